package cn.qifeng.trading.opening.web;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.opening.application.ObjectToOpening;
import cn.qifeng.trading.opening.application.PressBids;
import cn.qifeng.trading.opening.application.PressesToDo;
import cn.qifeng.trading.opening.application.ShowOpening;
import cn.qifeng.trading.opening.application.SignRecord;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** The opening of a lot over HTTP (开标). Translates; decides nothing. */
@Path("/api/core/lots/{lot}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class OpeningResource {

    /** Id of an objection just made. */
    record Made(UUID id) {}

    private final ShowOpening showOpening;
    private final PressesToDo pressesToDo;
    private final PressBids pressBids;
    private final ObjectToOpening objectToOpening;
    private final SignRecord signRecord;
    private final Caller caller;

    OpeningResource(
            ShowOpening showOpening,
            PressesToDo pressesToDo,
            PressBids pressBids,
            ObjectToOpening objectToOpening,
            SignRecord signRecord,
            Caller caller) {
        this.showOpening = showOpening;
        this.pressesToDo = pressesToDo;
        this.pressBids = pressBids;
        this.objectToOpening = objectToOpening;
        this.signRecord = signRecord;
        this.caller = caller;
    }

    @GET
    @Path("/opening")
    @PermitAll
    public OpeningView opening(@PathParam("lot") LotId lot) {
        return OpeningViews.of(showOpening.of(lot));
    }

    @GET
    @Path("/presses/to-do")
    @RolesAllowed(Role.TRUSTEE)
    public PressView toDo(@PathParam("lot") LotId lot) {
        return PressView.of(pressesToDo.of(lot, caller.certificateId()));
    }

    @POST
    @Path("/presses")
    @RolesAllowed(Role.TRUSTEE)
    public void press(@PathParam("lot") LotId lot, ObjectNode statement) {
        pressBids.press(lot, Statement.from(statement));
    }

    @POST
    @Path("/objections")
    @RolesAllowed(Role.BIDDER)
    public Made object(@PathParam("lot") LotId lot, ObjectNode statement) {
        return new Made(objectToOpening.object(lot, Statement.from(statement)));
    }

    @POST
    @Path("/objections/{id}/answer")
    @RolesAllowed(Role.AGENCY)
    public void answer(@PathParam("lot") LotId lot, @PathParam("id") UUID id, ObjectNode statement) {
        objectToOpening.answer(lot, id, Statement.from(statement));
    }

    @GET
    @Path("/opening-record/to-sign")
    @RolesAllowed({Role.AGENCY, Role.SUPERVISOR, Role.BIDDER})
    public ObjectNode toSign(@PathParam("lot") LotId lot) {
        return signRecord.toSign(lot);
    }

    @POST
    @Path("/opening-record/signatures")
    @RolesAllowed({Role.AGENCY, Role.SUPERVISOR, Role.BIDDER})
    public void sign(@PathParam("lot") LotId lot, ObjectNode statement) {
        signRecord.sign(lot, Statement.from(statement));
    }
}
