package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.bidding.application.ReceiptDesk;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.opening.domain.BidOpening.Releasing;
import cn.qifeng.trading.opening.domain.ListedBid;
import cn.qifeng.trading.opening.domain.ReleaseCausation;
import cn.qifeng.trading.opening.domain.ReleaseLine;
import cn.qifeng.trading.opening.domain.ReleaseList;
import cn.qifeng.trading.opening.domain.ReleaseWatch;
import cn.qifeng.trading.tender.application.Lots;
import cn.qifeng.trading.tender.domain.PublishedLot;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Watches a release window and closes it (解密时限截止): every missing bid gets a computed and signed cause, and the release
 * list becomes one entry. When the platform is the cause, host and supervisor have time to extend the window first.
 */
@ApplicationScoped
class CloseWindow {

    private final OpeningSteps steps;
    private final OpeningClock clock;
    private final Lots lots;
    private final ReleaseWatch watch;
    private final ReceiptDesk desk;
    private final Chain chain;

    CloseWindow(OpeningSteps steps, OpeningClock clock, Lots lots, ReleaseWatch watch, ReceiptDesk desk, Chain chain) {
        this.steps = steps;
        this.clock = clock;
        this.lots = lots;
        this.watch = watch;
        this.desk = desk;
        this.chain = chain;
    }

    /** A sign of life, and the closing once it is due; nothing otherwise. */
    void watch(LotId id) {
        QuarkusTransaction.requiringNew()
                .run(() -> watch.beat(
                        id, clock.read().machine(), clock.releaseTimes().gapMax()));
        var releasing = QuarkusTransaction.requiringNew().call(() -> steps.in(id, Releasing.class));
        if (releasing.window().over(clock.now())) {
            QuarkusTransaction.requiringNew().run(() -> closeOrPause(id, releasing));
        }
    }

    private void closeOrPause(LotId id, Releasing seen) {
        if (seen.closable(causes(seen), clock.now(), clock.releaseTimes())) {
            close(id);
        } else if (seen.window().pausedAt() == null) {
            steps.take(id, Releasing.class, releasing -> releasing.pause(clock.now()));
        }
    }

    private void close(LotId id) {
        var lot = lots.of(id);
        steps.take(id, Releasing.class, releasing -> {
            var window = releasing.window();
            var list = new ReleaseList(null, window.opensAt(), window.closesAt(), lines(lot, releasing));
            var entry = chain.append(
                    lot.tender(),
                    "lot/release-list",
                    OpeningEntries.releaseList(releasing.checkpoint().hash(), list));
            return releasing.close(list.written(entry.hash()), clock.now());
        });
    }

    private List<ReleaseLine> lines(PublishedLot lot, Releasing releasing) {
        var lines = new ArrayList<ReleaseLine>();
        releasing.releases().forEach(release -> lines.add(ReleaseLine.released(release)));
        for (var causation : causes(releasing)) {
            var signed = desk.receipts().sign(causation.toDoc(lot.tender(), lot.lot()));
            lines.add(ReleaseLine.missing(causation, signed.toJson()));
        }
        return lines;
    }

    private List<ReleaseCausation> causes(Releasing releasing) {
        var outages = watch.outages(releasing.lot());
        var attempts = watch.attempts(releasing.lot());
        var causes = new ArrayList<ReleaseCausation>();
        for (ListedBid bid : releasing.missing()) {
            causes.add(new ReleaseCausation(
                    bid.bidId(),
                    bid.headerHash(),
                    releasing.window().opensAt(),
                    releasing.window().closesAt(),
                    outages,
                    attempts.stream()
                            .filter(one -> one.bidId().equals(bid.bidId()))
                            .toList()));
        }
        return causes;
    }
}
