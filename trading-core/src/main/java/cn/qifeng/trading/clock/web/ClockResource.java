package cn.qifeng.trading.clock.web;

import cn.qifeng.trading.clock.application.PlatformClock;
import cn.qifeng.trading.clock.domain.ClockReading;
import cn.qifeng.trust.json.Moments;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The legal clock over HTTP. */
@Path("/api/core/clock")
@PermitAll
class ClockResource {

    private final PlatformClock clock;

    ClockResource(PlatformClock clock) {
        this.clock = clock;
    }

    /** Legal and machine time as every signed document writes them. */
    record View(String legal, String machine, long boundMs, boolean sandbox) {

        static View of(ClockReading reading, boolean sandbox) {
            return new View(
                    Moments.format(reading.legal()), Moments.format(reading.machine()), reading.boundMs(), sandbox);
        }
    }

    @GET
    public View read() {
        return View.of(clock.read(), clock.sandbox());
    }
}
