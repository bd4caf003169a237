package cn.qifeng.trading.clock.web;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.clock.application.MoveClock;
import cn.qifeng.trading.clock.application.PlatformClock;
import cn.qifeng.trading.clock.domain.ClockRefusal;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Moves the legal clock, in the sandbox only. A resource of its own: under {@code /api/core} the request would be looked
 * for among the demo people of {@code /api/core/sandbox}, whose path is longer.
 */
@Path("/api/core/sandbox/clock")
@PermitAll
class SandboxClockResource {

    private final PlatformClock clock;
    private final MoveClock moveClock;

    SandboxClockResource(PlatformClock clock, MoveClock moveClock) {
        this.clock = clock;
        this.moveClock = moveClock;
    }

    /** Where the clock is to go: exactly one of the two. */
    record Target(Instant to, Long forwardSeconds) {}

    @POST
    public ClockResource.View move(Target target) {
        if (target == null || (target.to() == null) == (target.forwardSeconds() == null)) {
            throw new Refused(
                    ClockRefusal.ONE_TARGET,
                    Facts.of("expected", "to or forwardSeconds").and("seen", Map.of()));
        }
        var reading = target.to() != null
                ? moveClock.to(target.to())
                : moveClock.forward(Duration.ofSeconds(target.forwardSeconds()));
        return ClockResource.View.of(reading, clock.sandbox());
    }
}
