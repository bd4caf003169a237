package cn.qifeng.trading.bidding.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.trading.bidding.domain.Bid;
import cn.qifeng.trading.bidding.domain.Bidder;
import cn.qifeng.trading.bidding.domain.BiddingRefusal;
import cn.qifeng.trading.bidding.domain.Receipts.Subject;
import cn.qifeng.trading.bidding.domain.Sealing;
import cn.qifeng.trading.bidding.domain.SignedReceipt;
import cn.qifeng.trading.bidding.domain.Stamp;
import cn.qifeng.trading.bidding.domain.Upload;
import cn.qifeng.trust.hash.Sm3;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;

/** Judges one seal by what its group has read (裁决封标); writes nothing. */
@ApplicationScoped
class JudgeSeal {

    private final SealChecks checks;
    private final ReceiptDesk desk;
    private final SecureRandom random = new SecureRandom();

    JudgeSeal(SealChecks checks, ReceiptDesk desk) {
        this.checks = checks;
        this.desk = desk;
    }

    /** What became of a seal that is not refused. */
    sealed interface Verdict {

        /** What the bidder gets. */
        SignedReceipt receipt();
    }

    /** It was taken before, and gets the same receipt again. */
    record Repeated(SignedReceipt receipt) implements Verdict {}

    /** It is taken: a bid with its upload, in the place of those that it replaces. */
    record Taken(Bid bid, Upload used, List<Bid.Replaced> replaced) implements Verdict {

        @Override
        public SignedReceipt receipt() {
            return bid.sealing().receipt();
        }
    }

    /** Throws the refusal. */
    Verdict judge(SealScene scene, Bidder bidder, WaitingSeal seal, Stamp stamp) {
        var own = scene.bidsOf(bidder.uscc());
        for (var bid : own) {
            if (bid.sealing().requestKey().equals(seal.request().requestKey())) {
                return repeated(bid, seal);
            }
        }
        var verdict = notLate(scene, stamp);
        if (own.stream().anyMatch(bid -> bid.sealing().headerHash().equals(seal.headerHash()))) {
            throw BiddingRefusal.HEADER_USED.with(
                    Facts.of("headerHash", seal.headerHash()).map());
        }
        var last = own.isEmpty() ? null : own.get(own.size() - 1);
        var header = checks.check(scene, bidder, seal, stamp, last == null ? null : last.sealing());
        var used = checks.frames(scene, seal.key(), bidder, seal.request().ticket(), header);
        requireUnfrozen(scene, stamp);
        return take(scene, bidder, seal, used, receipt(scene, seal, stamp, last, verdict), verdict);
    }

    private static Verdict repeated(Bid former, WaitingSeal seal) {
        if (!former.sealing().headerHash().equals(seal.headerHash())) {
            throw BiddingRefusal.NO_REQUEST_KEY.with(
                    Facts.field("Idempotency-Key", "used for another seal", "a new key")
                            .map());
        }
        return new Repeated(former.sealing().receipt());
    }

    private static Stamp.Verdict notLate(SealScene scene, Stamp stamp) {
        var deadline = scene.lot().deadline();
        var verdict = stamp.against(deadline);
        if (verdict == Stamp.Verdict.LATE) {
            throw BiddingRefusal.LATE.with(
                    Facts.field("stamp", stamp.at(), "at or before " + deadline).map());
        }
        return verdict;
    }

    /** Asked last: whoever is refused for this alone was received in time, and would have been taken. */
    private static void requireUnfrozen(SealScene scene, Stamp stamp) {
        if (scene.frozen()) {
            throw BiddingRefusal.FROZEN.with(Facts.of("stamp", stamp.at()).map());
        }
    }

    private SignedReceipt receipt(SealScene scene, WaitingSeal seal, Stamp stamp, Bid last, Stamp.Verdict verdict) {
        var nonce = new byte[Sm3.LENGTH];
        random.nextBytes(nonce);
        var lot = scene.lot();
        var former = last == null ? null : last.lastReceipt();
        var subject = new Subject(lot.tender(), lot.lot(), former, stamp, nonce);
        return desk.receipts().sealed(subject, seal.checked().header().core(), seal.headerHash(), verdict);
    }

    private static Taken take(
            SealScene scene,
            Bidder bidder,
            WaitingSeal seal,
            Upload used,
            SignedReceipt receipt,
            Stamp.Verdict verdict) {
        var request = seal.request();
        var sealing = new Sealing(
                UUID.randomUUID(),
                scene.lot().lot(),
                bidder.uscc(),
                request.header(),
                request.signature(),
                used.id(),
                receipt,
                request.requestKey());
        if (verdict == Stamp.Verdict.HELD) {
            return new Taken(new Bid.Held(sealing), used, List.of());
        }
        var replaced = scene.bidsOf(bidder.uscc()).stream()
                .filter(Bid.Standing.class::isInstance)
                .map(bid -> ((Bid.Standing) bid).replacedBy(receipt.headerHash()))
                .toList();
        return new Taken(new Bid.Live(sealing), used, replaced);
    }
}
