package cn.qifeng.trading.succession.web;

import cn.qifeng.kernel.TenderId;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.succession.application.ReplaceKeySet;
import cn.qifeng.trust.json.Moments;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The replacement of a published lot's key set by its agency (更替密钥组). */
@Path("/api/core/tenders/{id}/key-set/replacement")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.AGENCY)
class ReplacementResource {

    private final ReplaceKeySet replace;
    private final Caller caller;

    ReplacementResource(ReplaceKeySet replace, Caller caller) {
        this.replace = replace;
        this.caller = caller;
    }

    @GET
    @Path("/to-sign")
    public ObjectNode toSign(
            @PathParam("id") TenderId id,
            @QueryParam("reason") String reason,
            @QueryParam("deadline") String deadline) {
        return replace.toSign(
                id, reason, deadline == null || deadline.isEmpty() ? null : Moments.parse(deadline), caller.partyId());
    }

    @POST
    public void replace(@PathParam("id") TenderId id, ObjectNode statement) {
        replace.replace(id, Statement.from(statement), caller.partyId());
    }
}
