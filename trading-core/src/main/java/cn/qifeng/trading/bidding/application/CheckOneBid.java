package cn.qifeng.trading.bidding.application;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.bidding.domain.Bid;
import cn.qifeng.trading.bidding.domain.LotKey;
import cn.qifeng.trading.bidding.domain.Sealing;
import cn.qifeng.trading.bidding.domain.SignedReceipt;
import cn.qifeng.trading.bidding.domain.StoredBids;
import cn.qifeng.trading.bidding.domain.StoredBids.StoredBid;
import cn.qifeng.trading.log.application.BlindLog;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.application.TrustFiles;
import cn.qifeng.trading.log.domain.LogDifference;
import cn.qifeng.trading.log.domain.LogDifference.Kind;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.sign.Signatures;
import cn.qifeng.trust.sign.Statement;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Holds one stored bid against its receipt, its header and its frames (单份投标核对). */
@ApplicationScoped
class CheckOneBid {

    /** Why a lot ends before its opening. */
    private static final Set<String> UNOPENED = Set.of("fewer-than-three-bids", "ended-while-suspended");

    private final StoredBids stored;
    private final BidFrames frames;
    private final Lots lots;
    private final Chain chain;
    private final BlindLog log;
    private final TrustFiles trustFiles;

    CheckOneBid(StoredBids stored, BidFrames frames, Lots lots, Chain chain, BlindLog log, TrustFiles trustFiles) {
        this.stored = stored;
        this.frames = frames;
        this.lots = lots;
        this.chain = chain;
        this.log = log;
        this.trustFiles = trustFiles;
    }

    /** Tells of each difference of this row. */
    void check(StoredBid row, Consumer<LogDifference> found) {
        var place = "bid " + row.id();
        if (row.bid() == null) {
            var seen = row.key() == null ? "a row of no lot" : "a row that its lot's key does not open";
            found.accept(new LogDifference(Kind.BID, place, seen, "a bid"));
            return;
        }
        if (!row.columnsHold()) {
            found.accept(new LogDifference(Kind.BID, place, "columns of another bid", "what its content says"));
        }
        receipts(row.bid(), place, found);
        envelope(row.bid().sealing(), place, found);
        QuarkusTransaction.requiringNew().run(() -> state(row.key(), row.bid(), place, found));
        frames(row.bid(), place, found);
    }

    private void receipts(Bid bid, String place, Consumer<LogDifference> found) {
        for (var receipt : List.of(bid.sealing().receipt(), bid.lastReceipt())) {
            boolean recorded = QuarkusTransaction.requiringNew().call(() -> log.holds(receipt.hash()));
            if (!recorded || !ours(receipt)) {
                found.accept(new LogDifference(
                        Kind.BID,
                        place,
                        recorded ? "a receipt by another key" : "a receipt that the log does not have",
                        receipt.hash()));
            }
        }
    }

    private boolean ours(SignedReceipt receipt) {
        try {
            var sig = Base64.getEncoder().encodeToString(receipt.sig());
            var signer = new Statement(receipt.doc(), sig).verify().certificateId();
            return trustFiles.signsReceipts(signer);
        } catch (Refused forged) {
            return false;
        }
    }

    private static void envelope(Sealing sealing, String place, Consumer<LogDifference> found) {
        var seen = Sm3.hex(sealing.header()) + " by " + signer(sealing);
        var expected = sealing.headerHash() + " by "
                + sealing.receipt().doc().path("bidder").asText();
        if (!seen.equals(expected)) {
            found.accept(new LogDifference(Kind.BID, place, "header " + seen, "header " + expected));
        }
    }

    private static String signer(Sealing sealing) {
        try {
            return Signatures.verify(sealing.header(), sealing.signature()).certificateId();
        } catch (Refused forged) {
            return "nobody";
        }
    }

    /** A replaced bid has its successor; one that stands has no later one beside it. */
    private void state(LotKey key, Bid bid, String place, Consumer<LogDifference> found) {
        if (bid instanceof Bid.Replaced replaced
                && stored.ofHeader(key, replaced.successor()).isEmpty()) {
            found.accept(new LogDifference(Kind.BID, place, "no successor", replaced.successor()));
        }
        if (bid instanceof Bid.Live) {
            int seq = bid.sealing().seq();
            stored.readable(key, bid.sealing().bidder()).stream()
                    .filter(other -> other.sealing().seq() > seq && !(other instanceof Bid.Held))
                    .findFirst()
                    .ifPresent(later -> found.accept(new LogDifference(
                            Kind.BID,
                            place,
                            "a bid that stands",
                            "replaced by number " + later.sealing().seq())));
        }
    }

    private void frames(Bid bid, String place, Consumer<LogDifference> found) {
        var differences = new ArrayList<LogDifference>();
        frames.differences(
                bid.sealing(),
                (frame, seen) -> differences.add(
                        new LogDifference(Kind.FRAME, place + " " + frame, seen, "the frame that the header names")));
        if (!differences.isEmpty() && !QuarkusTransaction.requiringNew().call(() -> mayBeDropped(bid))) {
            differences.forEach(found);
        }
    }

    /**
     * Frames of what is never opened are deleted when the list is taken, and all of a lot's when it ends before its
     * opening. The chain says whether that was; a stored state could be put there by whoever deleted them.
     */
    private boolean mayBeDropped(Bid bid) {
        boolean standing = bid instanceof Bid.Live || bid instanceof Bid.Held;
        return lots.find(bid.sealing().lot()).map(lot -> chain.entries(lot.tender())).stream()
                .flatMap(List::stream)
                .anyMatch(entry -> entry.type().equals("lot/bid-list") && !standing
                        || entry.type().equals("lot/failed")
                                && UNOPENED.contains(entry.body().path("reason").asText()));
    }
}
