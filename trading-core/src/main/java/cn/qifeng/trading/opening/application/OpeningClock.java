package cn.qifeng.trading.opening.application;

import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trading.opening.domain.OpeningTimes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Legal time and the times of an opening in this mode of running. */
@ApplicationScoped
class OpeningClock {

    private final LegalClock clock;

    OpeningClock(LegalClock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.now();
    }

    OpeningTimes times() {
        return clock.sandbox() ? OpeningTimes.SANDBOX : OpeningTimes.PRODUCTION;
    }
}
