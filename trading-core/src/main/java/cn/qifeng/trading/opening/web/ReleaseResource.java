package cn.qifeng.trading.opening.web;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.opening.application.ExtendWindow;
import cn.qifeng.trading.opening.application.ReleaseBids;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Releases of bidders and the length of their window (投标人解密放行), mode BIDDERS. */
@Path("/api/core/lots/{lot}/releases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ReleaseResource {

    private final ReleaseBids releaseBids;
    private final ExtendWindow extendWindow;
    private final Caller caller;

    ReleaseResource(ReleaseBids releaseBids, ExtendWindow extendWindow, Caller caller) {
        this.releaseBids = releaseBids;
        this.extendWindow = extendWindow;
        this.caller = caller;
    }

    @GET
    @Path("/to-do")
    @RolesAllowed(Role.BIDDER)
    public ReleaseView toDo(@PathParam("lot") LotId lot) {
        return ReleaseView.of(releaseBids.toDo(lot, caller.personId()));
    }

    @POST
    @RolesAllowed(Role.BIDDER)
    public ObjectNode release(@PathParam("lot") LotId lot, ObjectNode statement) {
        return releaseBids.release(lot, Statement.from(statement));
    }

    @POST
    @Path("/extensions")
    @RolesAllowed({Role.AGENCY, Role.SUPERVISOR})
    public void extend(@PathParam("lot") LotId lot, ObjectNode statement) {
        extendWindow.sign(lot, Statement.from(statement));
    }
}
