package cn.qifeng.trading.award.web;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.award.application.CastBallot;
import cn.qifeng.trading.award.domain.BidRef;
import cn.qifeng.trading.award.domain.Phase;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;

/** Ballots (选票) of the award committee. */
@Path("/api/core/lots/{lot}/award/ballots")
@RolesAllowed(Role.AWARD_COMMITTEE)
class BallotResource {

    private final CastBallot castBallot;
    private final Caller caller;

    BallotResource(CastBallot castBallot, Caller caller) {
        this.castBallot = castBallot;
        this.caller = caller;
    }

    /** The ballot paper. */
    record PaperView(ObjectNode doc, ObjectNode keySet, String member, List<String> choices) {}

    /** Where the vote stands after the act. */
    record Taken(Phase phase) {}

    @GET
    @Path("to-sign")
    public PaperView toSign(@PathParam("lot") LotId lot) {
        var paper = castBallot.paper(lot, caller.personId());
        return new PaperView(
                paper.doc(),
                paper.keySet(),
                paper.member(),
                paper.choices().stream().map(BidRef::hex).toList());
    }

    @POST
    @Path("commits")
    public Taken commit(@PathParam("lot") LotId lot, JsonNode statement) {
        return new Taken(castBallot
                .commit(lot, caller.personId(), Statement.from(statement))
                .phase());
    }

    @POST
    @Path("reveals")
    public Taken reveal(@PathParam("lot") LotId lot, JsonNode statement) {
        return new Taken(castBallot
                .reveal(lot, caller.personId(), Statement.from(statement))
                .phase());
    }
}
