package cn.qifeng.trading.security.web;

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

    InternalSecurityEventResource(TakeTrail takeTrail) {
        this.takeTrail = takeTrail;
    }

    /** One event of another service. */
    @POST
    public void take(@NotNull Happening happening) {
        takeTrail.tell(happening);
    }
}
