package cn.qifeng.trading.bidding.application;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.bidding.domain.Bid;
import cn.qifeng.trading.bidding.domain.Bidder;
import cn.qifeng.trading.bidding.domain.BiddingRefusal;
import cn.qifeng.trading.bidding.domain.Bids;
import cn.qifeng.trading.bidding.domain.LotGate;
import cn.qifeng.trading.bidding.domain.LotKey;
import cn.qifeng.trading.bidding.domain.LotKeys;
import cn.qifeng.trading.bidding.domain.Receipts.Subject;
import cn.qifeng.trading.bidding.domain.Sealing;
import cn.qifeng.trading.bidding.domain.SignedReceipt;
import cn.qifeng.trading.bidding.domain.Stamp;
import cn.qifeng.trading.log.application.BlindLog;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.envelope.BidHeader;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;

/**
 * Takes a sealed bid (封标). Row, receipt and log content are durable in one transaction before the receipt leaves;
 * whatever is refused is answered by a signed refusal.
 */
@ApplicationScoped
public class SealBid {

    private static final int TRANSACTION_SECONDS_MAX = 5;

    private final Lots lots;
    private final LotKeys keys;
    private final LotGate gate;
    private final Bids bids;
    private final SealChecks checks;
    private final ReceiptDesk desk;
    private final BlindLog log;
    private final RefuseSeal refuse;
    private final SecureRandom random = new SecureRandom();

    SealBid(
            Lots lots,
            LotKeys keys,
            LotGate gate,
            Bids bids,
            SealChecks checks,
            ReceiptDesk desk,
            BlindLog log,
            RefuseSeal refuse) {
        this.lots = lots;
        this.keys = keys;
        this.gate = gate;
        this.bids = bids;
        this.checks = checks;
        this.desk = desk;
        this.log = log;
        this.refuse = refuse;
    }

    /** The receipt; the same again for a repeated request. */
    public SignedReceipt seal(Bidder bidder, SealedRequest request) {
        var lot = LotKeyOf.lot(lots, request.lot());
        var key = LotKeyOf.published(lots, keys, request.lot());
        try {
            return QuarkusTransaction.requiringNew()
                    .timeout(TRANSACTION_SECONDS_MAX)
                    .call(() -> take(lot, key, bidder, request));
        } catch (Refused refused) {
            throw refuse.signed(lot, key, bidder, request, refused);
        }
    }

    private SignedReceipt take(PublishedLot lot, LotKey key, Bidder bidder, SealedRequest request) {
        pass(lot, key.bidderRef(bidder.uscc()), request.stamp());
        var own = bids.of(key, bidder.uscc());
        var former = own.stream()
                .filter(bid -> bid.sealing().requestKey().equals(request.requestKey()))
                .findFirst();
        if (former.isPresent()) {
            return repeated(former.get(), request);
        }
        var verdict = onTime(lot, request.stamp());
        if (own.stream().anyMatch(bid -> bid.sealing().headerHash().equals(Sm3.hex(request.header())))) {
            throw BiddingRefusal.HEADER_USED.with(
                    Facts.of("headerHash", Sm3.hex(request.header())).map());
        }
        var last = last(own);
        var header = checks.check(lot, bidder, request, last == null ? null : last.sealing());
        var upload = checks.frames(key, bidder, request.ticket(), header);
        var receipt = receipt(lot, key, request.stamp(), last, header, verdict);
        var sealing = new Sealing(
                UUID.randomUUID(),
                lot.lot(),
                bidder.uscc(),
                request.header(),
                request.signature(),
                upload,
                receipt,
                request.requestKey());
        record(key, sealing);
        if (verdict == Stamp.Verdict.HELD) {
            bids.add(key, new Bid.Held(sealing));
        } else {
            replace(key, own, receipt.headerHash());
            bids.add(key, new Bid.Live(sealing));
        }
        return receipt;
    }

    /** What is late has nothing to do with the freeze, and only waits for the act that it may be a repetition of. */
    private void pass(PublishedLot lot, byte[] bidderRef, Stamp stamp) {
        if (stamp.against(lot.deadline()) == Stamp.Verdict.LATE) {
            gate.bidder(bidderRef);
        } else {
            gate.shared(lot.lot(), bidderRef);
        }
    }

    private static SignedReceipt repeated(Bid former, SealedRequest request) {
        if (!former.sealing().headerHash().equals(Sm3.hex(request.header()))) {
            throw BiddingRefusal.NO_REQUEST_KEY.with(
                    Facts.field("Idempotency-Key", "used for another seal", "a new key")
                            .map());
        }
        return former.sealing().receipt();
    }

    private Stamp.Verdict onTime(PublishedLot lot, Stamp stamp) {
        var verdict = stamp.against(lot.deadline());
        if (verdict == Stamp.Verdict.LATE) {
            throw BiddingRefusal.LATE.with(Facts.field("stamp", stamp.at(), "at or before " + lot.deadline())
                    .map());
        }
        if (keys.isFrozen(lot.lot())) {
            throw BiddingRefusal.FROZEN.with(Facts.of("stamp", stamp.at()).map());
        }
        return verdict;
    }

    private SignedReceipt receipt(
            PublishedLot lot, LotKey key, Stamp stamp, Bid last, BidHeader header, Stamp.Verdict verdict) {
        var nonce = new byte[Sm3.LENGTH];
        random.nextBytes(nonce);
        var former = last == null ? null : last.lastReceipt();
        return desk.receipts().sealed(new Subject(lot.tender(), key.lot(), former, stamp, nonce), header, verdict);
    }

    private void replace(LotKey key, List<Bid> own, String successor) {
        for (var bid : own) {
            if (bid instanceof Bid.Standing standing) {
                bids.save(key, standing.replacedBy(successor));
            }
        }
    }

    private void record(LotKey key, Sealing sealing) {
        var doc = sealing.receipt().doc();
        log.append(
                sealing.id(),
                Hex.decode(sealing.receipt().hash()),
                Hex.decode(doc.get("leafNonce").textValue()),
                key.seal(sealing.id(), CanonicalJson.encode(sealing.receipt().toJson())));
    }

    private static Bid last(List<Bid> own) {
        return own.isEmpty() ? null : own.get(own.size() - 1);
    }
}
