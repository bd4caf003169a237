package cn.qifeng.evaluation.expert.application;

import cn.qifeng.kernel.DeadlineCalculator;
import cn.qifeng.kit.clock.LegalClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** The day by legal time (法定日期). */
@ApplicationScoped
class PoolDay {

    private final LegalClock clock;

    PoolDay(LegalClock clock) {
        this.clock = clock;
    }

    /** Today in Beijing. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.now(), DeadlineCalculator.ZONE);
    }
}
