package cn.qifeng.trading.security.web;

import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import cn.qifeng.kit.trail.Happening;
import cn.qifeng.trading.security.application.TakeTrail;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Security events of the other services, from their outbox; idempotent by id. */
@Path("/internal/security-events")
@RolesAllowed(Role.SERVICE)
public class InternalSecurityEventResource {

    private final TakeTrail takeTrail;
    private final Caller caller;

    InternalSecurityEventResource(TakeTrail takeTrail, Caller caller) {
        this.takeTrail = takeTrail;
        this.caller = caller;
    }

    /** One event of the calling service; none may tell in the name of another. */
    @POST
    public void take(@NotNull Happening happening) {
        caller.requireService(happening.service());
        takeTrail.tell(happening);
    }
}
