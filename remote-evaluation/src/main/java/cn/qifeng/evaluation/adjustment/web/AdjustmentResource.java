package cn.qifeng.evaluation.adjustment.web;

import cn.qifeng.evaluation.adjustment.application.FindAdjustments;
import cn.qifeng.evaluation.adjustment.application.ReadFindings;
import cn.qifeng.evaluation.adjustment.domain.AdjustmentFinding;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.application.SessionIds;
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
import java.util.List;

/** Findings on adjustments, and votes on them. Translates; decides nothing. */
@Path("/api/evaluation/sessions/{id}/findings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY})
class AdjustmentResource {

    private final FindAdjustments findAdjustments;
    private final ReadFindings readFindings;
    private final RunningSessions running;
    private final Caller caller;

    AdjustmentResource(
            FindAdjustments findAdjustments, ReadFindings readFindings, RunningSessions running, Caller caller) {
        this.findAdjustments = findAdjustments;
        this.readFindings = readFindings;
        this.running = running;
        this.caller = caller;
    }

    /** What a member proposes to find. */
    record Proposal(String code, List<FindingBody.Line> lines) {}

    @GET
    public List<FindingBody> list(@PathParam("id") String id) {
        return readFindings.forMember(SessionIds.of(id), person()).stream()
                .map(it -> body(id, it))
                .toList();
    }

    @POST
    public FindingBody propose(@PathParam("id") String id, Proposal proposal) {
        var lines = proposal.lines() == null
                ? null
                : proposal.lines().stream().map(FindingBody.Line::toDomain).toList();
        return body(id, findAdjustments.propose(SessionIds.of(id), person(), proposal.code(), lines));
    }

    @GET
    @Path("/{number}/to-sign")
    public ObjectNode toSign(@PathParam("id") String id, @PathParam("number") int number) {
        return findAdjustments.toSign(SessionIds.of(id), person(), number);
    }

    @POST
    @Path("/{number}/votes")
    public FindingBody vote(@PathParam("id") String id, @PathParam("number") int number, JsonNode statement) {
        return body(id, findAdjustments.vote(SessionIds.of(id), person(), number, statement));
    }

    private FindingBody body(String id, AdjustmentFinding finding) {
        var seat = RunningSessions.seatOf(running.read(SessionIds.of(id)), person());
        return FindingBody.of(finding, seat.member());
    }

    private String person() {
        return caller.personId().toString();
    }
}
