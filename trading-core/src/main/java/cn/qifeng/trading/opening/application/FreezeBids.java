package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.bidding.application.FrozenBids;
import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.bidding.domain.Bid;
import cn.qifeng.trading.bidding.domain.Sealing;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.application.Proofs;
import cn.qifeng.trading.opening.domain.BidList;
import cn.qifeng.trading.opening.domain.BidOpening;
import cn.qifeng.trading.opening.domain.BidOpening.Failed;
import cn.qifeng.trading.opening.domain.BidOpening.Listed;
import cn.qifeng.trading.opening.domain.BidOpening.Scheduled;
import cn.qifeng.trading.opening.domain.ListedBid;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.application.Progress;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trading.tender.domain.Stage;
import cn.qifeng.trust.envelope.BidHeader;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.Fields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Takes the bid list after the deadline (封存投标清单). A live bid that came under a published head too late is listed as
 * held; one that is sealed to a key set whose keys are lost, as that: it counts as withdrawn through no fault of the
 * bidder (电子招标投标办法 §31). With fewer than three live bids the lot fails, only the count is
 * published, and the envelopes are deleted unopened.
 */
@ApplicationScoped
public class FreezeBids {

    /** A bid under no published head made within this time after its stamp could have been written afterwards. */
    static final Duration RECORDED_WITHIN = Duration.ofSeconds(120);

    private final OpeningSteps steps;
    private final OpeningClock clock;
    private final Lots lots;
    private final FrozenBids frozen;
    private final LotKeySets keySets;
    private final Chain chain;
    private final Progress progress;
    private final Proofs proofs;
    private final FailLot fail;

    FreezeBids(
            OpeningSteps steps,
            OpeningClock clock,
            Lots lots,
            FrozenBids frozen,
            LotKeySets keySets,
            Chain chain,
            Progress progress,
            Proofs proofs,
            FailLot fail) {
        this.steps = steps;
        this.clock = clock;
        this.lots = lots;
        this.frozen = frozen;
        this.keySets = keySets;
        this.chain = chain;
        this.progress = progress;
        this.proofs = proofs;
        this.fail = fail;
    }

    /** Freezes the lot; refuses before deadline and settle time are over. */
    @Transactional
    public BidOpening freeze(LotId id) {
        return steps.take(id, Scheduled.class, scheduled -> {
            var bids = frozen.freeze(id);
            var lot = lots.of(id);
            var lost = keySets.lost(lot);
            var lines = bids.stream().map(bid -> line(bid, lost)).toList();
            var list = new BidList(lot.deadline(), clock.now(), lines);
            var next = scheduled.freeze(list, clock.times().settle());
            progress.move(id, Stage.DEADLINE_REACHED);
            return next instanceof Listed listed ? list(lot, listed, bids) : fail.fail(lot, (Failed) next, bids);
        });
    }

    private BidOpening list(PublishedLot lot, Listed listed, List<Bid> bids) {
        var entry = chain.append(lot.tender(), "lot/bid-list", OpeningEntries.bidList(listed.list()));
        var opened = listed.list().bids().stream()
                .filter(line -> line.live() || line.held())
                .map(ListedBid::headerHash)
                .collect(Collectors.toSet());
        frozen.dropFrames(bids.stream()
                .filter(bid -> !opened.contains(bid.sealing().headerHash()))
                .toList());
        return listed.written(entry.hash());
    }

    private ListedBid line(Bid bid, Map<String, String> lost) {
        var sealing = bid.sealing();
        var because = bid.state() == Bid.State.LIVE || bid.state() == Bid.State.HELD ? lost.get(setOf(sealing)) : null;
        return new ListedBid(
                sealing.bidId(),
                sealing.headerHash(),
                sealing.seq(),
                sealing.receipt().hash(),
                because == null ? state(bid) : ListedBid.SET_LOST,
                because == null ? bid.because() : because);
    }

    private static String setOf(Sealing sealing) {
        return Hex.encode(BidHeader.decode(sealing.header()).core().trusteeSet());
    }

    private String state(Bid bid) {
        return bid.state() == Bid.State.LIVE && !recordedInTime(bid)
                ? Bid.State.HELD.name()
                : bid.state().name();
    }

    private boolean recordedInTime(Bid bid) {
        var receipt = bid.sealing().receipt();
        var latest = Fields.of(receipt.doc()).moment("stamp").plus(RECORDED_WITHIN);
        return proofs.checkpoint(receipt.hash())
                .filter(head -> !Fields.of(head.doc()).moment("at").isAfter(latest))
                .isPresent();
    }
}
