package cn.qifeng.trading.opening.web;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.opening.application.ObjectToOpening;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** Objections at the opening and their answers (开标异议与答复). */
@Path("/api/core/lots/{lot}/objections")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class OpeningObjectionResource {

    /** Id of an objection just made. */
    record Made(UUID id) {}

    private final ObjectToOpening objectToOpening;

    OpeningObjectionResource(ObjectToOpening objectToOpening) {
        this.objectToOpening = objectToOpening;
    }

    @POST
    @RolesAllowed(Role.BIDDER)
    public Made object(@PathParam("lot") LotId lot, ObjectNode statement) {
        return new Made(objectToOpening.object(lot, Statement.from(statement)));
    }

    @POST
    @Path("/{id}/answer")
    @RolesAllowed(Role.AGENCY)
    public void answer(@PathParam("lot") LotId lot, @PathParam("id") UUID id, ObjectNode statement) {
        objectToOpening.answer(lot, id, Statement.from(statement));
    }
}
