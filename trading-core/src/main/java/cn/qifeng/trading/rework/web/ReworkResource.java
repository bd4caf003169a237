package cn.qifeng.trading.rework.web;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.rework.application.AskRework;
import cn.qifeng.trading.rework.application.DecideRework;
import cn.qifeng.trading.rework.application.ReadReworks;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;

/** Re-review (复评) of a lot: asked for by the host, decided by the supervisor. */
@Path("/api/core/lots/{lot}/reworks")
class ReworkResource {

    private final AskRework ask;
    private final DecideRework decide;
    private final ReadReworks read;
    private final Caller caller;

    ReworkResource(AskRework ask, DecideRework decide, ReadReworks read, Caller caller) {
        this.ask = ask;
        this.decide = decide;
        this.read = read;
        this.caller = caller;
    }

    /** What there is to sign. */
    record ToSign(ObjectNode doc) {}

    @GET
    @RolesAllowed({Role.PROCURING_ENTITY, Role.AGENCY, Role.SUPERVISOR})
    public ReworkView all(@PathParam("lot") LotId lot) {
        return view(lot);
    }

    @GET
    @Path("to-sign")
    @RolesAllowed({Role.PROCURING_ENTITY, Role.AGENCY})
    public ToSign toSign(@PathParam("lot") LotId lot) {
        return new ToSign(ask.toSign(lot, caller.partyId()));
    }

    @POST
    @RolesAllowed({Role.PROCURING_ENTITY, Role.AGENCY})
    public ReworkView ask(@PathParam("lot") LotId lot, JsonNode statement) {
        ask.ask(lot, caller.partyId(), caller.personId(), Statement.from(statement));
        return view(lot);
    }

    @GET
    @Path("decision/to-sign")
    @RolesAllowed(Role.SUPERVISOR)
    public ToSign decisionToSign(@PathParam("lot") LotId lot) {
        return new ToSign(decide.toSign(lot));
    }

    @POST
    @Path("decision")
    @RolesAllowed(Role.SUPERVISOR)
    public ReworkView decide(@PathParam("lot") LotId lot, JsonNode statement) {
        decide.decide(lot, caller.personId(), Statement.from(statement));
        return view(lot);
    }

    private ReworkView view(LotId lot) {
        Optional<PartyId> host = caller.has(Role.SUPERVISOR) ? Optional.empty() : Optional.of(caller.partyId());
        return ReworkView.of(read.of(lot, host));
    }
}
