package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.log.application.PublishHead;
import cn.qifeng.trading.opening.domain.BidOpening.Released;
import cn.qifeng.trading.tender.application.Lots;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Brings the release list under a published head and opens the draw of the coefficient (放行清单公布后抽取系数). */
@ApplicationScoped
class DrawAfterReleases {

    private final OpeningSteps steps;
    private final OpeningClock clock;
    private final Lots lots;
    private final CoefficientDraws draws;
    private final PublishHead publishHead;

    DrawAfterReleases(
            OpeningSteps steps, OpeningClock clock, Lots lots, CoefficientDraws draws, PublishHead publishHead) {
        this.steps = steps;
        this.clock = clock;
        this.lots = lots;
        this.draws = draws;
        this.publishHead = publishHead;
    }

    /** Waits for the witnesses outside any transaction; refuses while they are too few. */
    void open(LotId id) {
        publishHead.now();
        QuarkusTransaction.requiringNew().run(() -> {
            var lot = lots.of(id);
            steps.take(id, Released.class, released -> released.listed(draws.open(lot), clock.now()));
        });
    }
}
