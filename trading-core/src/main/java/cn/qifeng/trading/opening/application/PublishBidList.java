package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.log.application.PublishHead;
import cn.qifeng.trading.opening.domain.BidOpening.Listed;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Brings the bid list under a published head, the deadline checkpoint (截止检查点); the viewing time begins. */
@ApplicationScoped
public class PublishBidList {

    private final OpeningSteps steps;
    private final OpeningClock clock;
    private final PublishHead publishHead;

    PublishBidList(OpeningSteps steps, OpeningClock clock, PublishHead publishHead) {
        this.steps = steps;
        this.clock = clock;
        this.publishHead = publishHead;
    }

    /** Waits for the witnesses outside any transaction; refuses while they are too few. */
    public void publish(LotId lot) {
        publishHead.now();
        QuarkusTransaction.requiringNew()
                .run(() -> steps.take(
                        lot,
                        Listed.class,
                        listed -> listed.published(clock.now(), clock.times().viewing())));
    }
}
