package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kit.outbox.Outbox;
import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.bidding.domain.Sealing;
import cn.qifeng.trading.keyset.domain.LotSets;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.opening.domain.BidOpening.Unsealing;
import cn.qifeng.trading.opening.domain.OpenedBid;
import cn.qifeng.trading.opening.domain.ReleaseOutcome;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.application.Progress;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trading.tender.domain.Stage;
import cn.qifeng.trust.json.CanonicalJson;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Predicate;

/**
 * Opens all bids of the list once enough trustees have pressed (开标、唱标). Nothing is shown until every bid is opened
 * or has its finding; then all at one instant.
 */
@ApplicationScoped
public class OpenBids {

    private final OpeningSteps steps;
    private final OpeningClock clock;
    private final Lots lots;
    private final LotKeySets keySets;
    private final SetsToPress pressing;
    private final LiveBids liveBids;
    private final ExamineBids examine;
    private final Chain chain;
    private final Progress progress;
    private final Outbox outbox;

    OpenBids(
            OpeningSteps steps,
            OpeningClock clock,
            Lots lots,
            LotKeySets keySets,
            SetsToPress pressing,
            LiveBids liveBids,
            ExamineBids examine,
            Chain chain,
            Progress progress,
            Outbox outbox) {
        this.steps = steps;
        this.clock = clock;
        this.lots = lots;
        this.keySets = keySets;
        this.pressing = pressing;
        this.liveBids = liveBids;
        this.examine = examine;
        this.chain = chain;
        this.progress = progress;
        this.outbox = outbox;
    }

    /** Opens the lot if enough trustees of every set with bids have pressed; nothing otherwise. */
    public void openIfEnough(LotId id) {
        var lot = lots.of(id);
        var unsealing = QuarkusTransaction.requiringNew().call(() -> steps.in(id, Unsealing.class));
        if (!unsealing.enough(pressing.of(lot, unsealing.checkpoint()))) {
            return;
        }
        var list = QuarkusTransaction.requiringNew().call(() -> liveBids.of(id, unsealing.checkpoint()));
        var results = outcomes(unsealing, keySets.sets(lot), list);
        QuarkusTransaction.requiringNew().run(() -> reveal(lot, results));
    }

    /** In the order of the list; in mode BIDDERS what was not released is not opened. */
    private List<OpenedBid> outcomes(Unsealing unsealing, LotSets sets, List<Sealing> list) {
        var releases = unsealing.checkpoint().releases();
        Predicate<Sealing> toOpen =
                sealing -> releases == null || releases.line(sealing.bidId()).outcome() == ReleaseOutcome.RELEASED;
        var opened = examine.examine(
                        unsealing,
                        sealing -> SetsToPress.setOf(sets, unsealing.checkpoint(), sealing),
                        list.stream().filter(toOpen).toList())
                .iterator();
        return list.stream()
                .map(sealing ->
                        toOpen.test(sealing) ? opened.next() : OpenedBid.missing(releases.line(sealing.bidId())))
                .toList();
    }

    private void reveal(PublishedLot lot, List<OpenedBid> results) {
        var opened = steps.take(
                lot.lot(),
                Unsealing.class,
                unsealing ->
                        unsealing.reveal(results, clock.now(), clock.times().objections()));
        chain.append(lot.tender(), "lot/opened", OpeningEntries.opened(results));
        progress.move(lot.lot(), Stage.OPENED);
        var body = CanonicalJson.object().put("tender", lot.tender().toString());
        var bidders = body.putArray("bidders");
        opened.unsealing()
                .names()
                .forEach(name -> bidders.addObject()
                        .put("bidId", name.bidId())
                        .put("name", name.name())
                        .put("uscc", name.uscc()));
        outbox.send(
                "guarantee-bond",
                "/internal/lots/" + lot.lot() + "/opened",
                lot.lot().toString(),
                body);
    }
}
