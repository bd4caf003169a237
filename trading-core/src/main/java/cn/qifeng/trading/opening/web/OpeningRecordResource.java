package cn.qifeng.trading.opening.web;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.opening.application.SignRecord;
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

/** Signatures under the opening record (签署开标记录). */
@Path("/api/core/lots/{lot}/opening-record")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class OpeningRecordResource {

    private final SignRecord signRecord;

    OpeningRecordResource(SignRecord signRecord) {
        this.signRecord = signRecord;
    }

    @GET
    @Path("/to-sign")
    @RolesAllowed({Role.AGENCY, Role.SUPERVISOR, Role.BIDDER})
    public ObjectNode toSign(@PathParam("lot") LotId lot) {
        return signRecord.toSign(lot);
    }

    @POST
    @Path("/signatures")
    @RolesAllowed({Role.AGENCY, Role.SUPERVISOR, Role.BIDDER})
    public void sign(@PathParam("lot") LotId lot, ObjectNode statement) {
        signRecord.sign(lot, Statement.from(statement));
    }
}
