package cn.qifeng.trading.bidding.application;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.bidding.application.CallingBidder.Claimed;
import cn.qifeng.trading.bidding.domain.LotKey;
import cn.qifeng.trading.bidding.domain.SignedReceipt;
import cn.qifeng.trust.envelope.EnvelopeCheck;
import cn.qifeng.trust.envelope.EnvelopeCheck.Checked;
import cn.qifeng.trust.hash.Sm3;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One seal from its last byte to its answer (待裁决封标). Its envelope was opened by the thread that brought it, side by
 * side with others; what was found there counts only when it is this seal's turn.
 */
final class WaitingSeal {

    private static final AtomicLong SERIALS = new AtomicLong();

    private final long serial = SERIALS.incrementAndGet();
    private final LotKey key;
    private final Claimed caller;
    private final SealedRequest request;
    private final String headerHash;
    private final Checked checked;
    private final Refused finding;
    private final CompletableFuture<SignedReceipt> answer = new CompletableFuture<>();
    private volatile boolean alone;

    private WaitingSeal(LotKey key, Claimed caller, SealedRequest request, Checked checked, Refused finding) {
        this.key = key;
        this.caller = caller;
        this.request = request;
        this.headerHash = Sm3.hex(request.header());
        this.checked = checked;
        this.finding = finding;
    }

    /** With its structure and signature verified. */
    static WaitingSeal open(LotKey key, Claimed caller, SealedRequest request) {
        try {
            var checked = EnvelopeCheck.verify(request.header(), request.signature());
            return new WaitingSeal(key, caller, request, checked, null);
        } catch (Refused finding) {
            return new WaitingSeal(key, caller, request, null, finding);
        }
    }

    /** Tells seals of one moment apart. */
    long serial() {
        return serial;
    }

    LotKey key() {
        return key;
    }

    Claimed caller() {
        return caller;
    }

    SealedRequest request() {
        return request;
    }

    /** SM3 of the header, hex. */
    String headerHash() {
        return headerHash;
    }

    /** Whether structure and signature hold. */
    boolean holds() {
        return finding == null;
    }

    /** Header and signer; throws what was found instead. */
    Checked checked() {
        if (finding != null) {
            throw finding;
        }
        return checked;
    }

    /** Whether it failed in company, and is decided again by itself. */
    boolean alone() {
        return alone;
    }

    void decideAlone() {
        alone = true;
    }

    /** It is taken, durably. */
    void taken(SignedReceipt receipt) {
        answer.complete(receipt);
    }

    /** It is refused, or could not be decided. */
    void failed(RuntimeException why) {
        answer.completeExceptionally(why);
    }

    /** Waits for the answer; throws the refusal. */
    SignedReceipt await() {
        try {
            return answer.join();
        } catch (CompletionException why) {
            throw why.getCause() instanceof RuntimeException known ? known : why;
        }
    }
}
