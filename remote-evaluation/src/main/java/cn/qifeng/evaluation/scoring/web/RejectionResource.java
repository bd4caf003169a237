package cn.qifeng.evaluation.scoring.web;

import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.application.SessionIds;
import cn.qifeng.evaluation.scoring.application.ProposeRejection;
import cn.qifeng.evaluation.scoring.application.ProposeRejection.Proposal;
import cn.qifeng.evaluation.scoring.application.VoteOnRejection;
import cn.qifeng.evaluation.scoring.domain.Rejection;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Proposals of rejection and votes on them. Translates; decides nothing. */
@Path("/api/evaluation/sessions/{id}/rejections")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY})
class RejectionResource {

    private final ProposeRejection proposeRejection;
    private final VoteOnRejection voteOnRejection;
    private final RunningSessions running;
    private final Caller caller;

    RejectionResource(
            ProposeRejection proposeRejection,
            VoteOnRejection voteOnRejection,
            RunningSessions running,
            Caller caller) {
        this.proposeRejection = proposeRejection;
        this.voteOnRejection = voteOnRejection;
        this.running = running;
        this.caller = caller;
    }

    @POST
    public RejectionView propose(@PathParam("id") String id, Proposal proposal) {
        return view(id, proposeRejection.propose(SessionIds.of(id), person(), proposal));
    }

    @GET
    @Path("/{number}/to-sign")
    public ObjectNode toSign(@PathParam("id") String id, @PathParam("number") int number) {
        return voteOnRejection.toSign(SessionIds.of(id), person(), number);
    }

    @POST
    @Path("/{number}/votes")
    public RejectionView vote(@PathParam("id") String id, @PathParam("number") int number, JsonNode statement) {
        return view(id, voteOnRejection.vote(SessionIds.of(id), person(), number, statement));
    }

    private RejectionView view(String id, Rejection rejection) {
        var seat = RunningSessions.seatOf(running.read(SessionIds.of(id)), person());
        return RejectionView.of(rejection, seat.member());
    }

    private String person() {
        return caller.personId().toString();
    }
}
