package cn.qifeng.trading.clock.web;

import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.clock.application.MoveClock;
import cn.qifeng.trading.clock.application.PlatformClock;
import cn.qifeng.trading.clock.domain.ClockReading;
import cn.qifeng.trading.clock.domain.ClockRefusal;
import cn.qifeng.trust.json.Moments;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The legal clock over HTTP; moving it exists only in the sandbox. */
@Path("/api/core")
@PermitAll
class ClockResource {

    private final PlatformClock clock;
    private final MoveClock moveClock;

    ClockResource(PlatformClock clock, MoveClock moveClock) {
        this.clock = clock;
        this.moveClock = moveClock;
    }

    /** Where the clock is to go: exactly one of the two. */
    record Target(Instant to, Long forwardSeconds) {}

    /** Legal and machine time as every signed document writes them. */
    record View(String legal, String machine, long boundMs, boolean sandbox) {

        static View of(ClockReading reading, boolean sandbox) {
            return new View(
                    Moments.format(reading.legal()), Moments.format(reading.machine()), reading.boundMs(), sandbox);
        }
    }

    @GET
    @Path("/clock")
    public View read() {
        return View.of(clock.read(), clock.sandbox());
    }

    @POST
    @Path("/sandbox/clock")
    public View move(Target target) {
        if (target == null || (target.to() == null) == (target.forwardSeconds() == null)) {
            throw new Refused(
                    ClockRefusal.ONE_TARGET,
                    Facts.of("expected", "to or forwardSeconds").and("seen", Map.of()));
        }
        var reading = target.to() != null
                ? moveClock.to(target.to())
                : moveClock.forward(Duration.ofSeconds(target.forwardSeconds()));
        return View.of(reading, clock.sandbox());
    }
}
