package cn.qifeng.trading.opening.application;

import cn.qifeng.trading.clock.application.PlatformClock;
import cn.qifeng.trading.clock.domain.ClockReading;
import cn.qifeng.trading.opening.domain.OpeningTimes;
import cn.qifeng.trading.opening.domain.ReleaseTimes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Legal time and the times of an opening in this mode of running. */
@ApplicationScoped
class OpeningClock {

    private final PlatformClock clock;

    OpeningClock(PlatformClock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.now();
    }

    /** The same moment by the legal and by the machine clock. */
    ClockReading read() {
        return clock.read();
    }

    ReleaseTimes releaseTimes() {
        return clock.sandbox() ? ReleaseTimes.SANDBOX : ReleaseTimes.PRODUCTION;
    }

    OpeningTimes times() {
        return clock.sandbox() ? OpeningTimes.SANDBOX : OpeningTimes.PRODUCTION;
    }
}
