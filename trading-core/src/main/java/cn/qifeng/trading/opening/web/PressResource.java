package cn.qifeng.trading.opening.web;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.trading.opening.application.PressBids;
import cn.qifeng.trading.opening.application.PressesToDo;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Trustees' presses (启封). A trustee is who holds a key of the lot's set, whatever else its roles are. */
@Path("/api/core/lots/{lot}/presses")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
class PressResource {

    private final PressesToDo pressesToDo;
    private final PressBids pressBids;
    private final Caller caller;

    PressResource(PressesToDo pressesToDo, PressBids pressBids, Caller caller) {
        this.pressesToDo = pressesToDo;
        this.pressBids = pressBids;
        this.caller = caller;
    }

    @GET
    @Path("/to-do")
    public PressView toDo(@PathParam("lot") LotId lot) {
        return PressView.of(pressesToDo.of(lot, caller.certificateId()));
    }

    @POST
    public void press(@PathParam("lot") LotId lot, ObjectNode statement) {
        pressBids.press(lot, Statement.from(statement));
    }
}
