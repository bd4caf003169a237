package cn.qifeng.trading.clock.web;

import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.clock.application.PlatformClock;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The legal clock for the other services. */
@Path("/internal/clock")
@RolesAllowed(Role.SERVICE)
class InternalClockResource {

    private final PlatformClock clock;

    InternalClockResource(PlatformClock clock) {
        this.clock = clock;
    }

    @GET
    public ClockResource.View read() {
        return ClockResource.View.of(clock.read(), clock.sandbox());
    }
}
