package cn.qifeng.trading.opening.web;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.opening.application.BringReceipt;
import cn.qifeng.trading.opening.application.DecideSuspension;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What suspends an opening, and decisions over it (开标中止). */
@Path("/api/core/lots/{lot}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class SuspensionResource {

    private final DecideSuspension decide;
    private final BringReceipt bring;

    SuspensionResource(DecideSuspension decide, BringReceipt bring) {
        this.decide = decide;
        this.bring = bring;
    }

    @POST
    @Path("/missing-receipts")
    @RolesAllowed(Role.BIDDER)
    public void bring(@PathParam("lot") LotId lot, ObjectNode statement) {
        bring.bring(lot, Statement.from(statement));
    }

    @POST
    @Path("/suspension-decisions")
    @RolesAllowed({Role.PROCURING_ENTITY, Role.SUPERVISOR})
    public void decide(@PathParam("lot") LotId lot, ObjectNode statement) {
        decide.sign(lot, Statement.from(statement));
    }
}
