package cn.qifeng.evaluation.panel.web;

import cn.qifeng.evaluation.panel.application.OpenSession;
import cn.qifeng.kit.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Orders of trading-core to evaluate a lot; never reached from outside. */
@Path("/internal/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class SessionOrderResource {

    private final OpenSession openSession;

    SessionOrderResource(OpenSession openSession) {
        this.openSession = openSession;
    }

    @POST
    @RolesAllowed(Role.SERVICE)
    public Opened open(SessionBody body) {
        return new Opened(openSession.open(body.toOrder()).id().toString());
    }

    /** Id of the session of the lot. */
    record Opened(String id) {}
}
