package cn.qifeng.evaluation.clarification.web;

import cn.qifeng.evaluation.clarification.application.AskBidder;
import cn.qifeng.evaluation.clarification.application.Draft;
import cn.qifeng.evaluation.clarification.application.FindOnAnswer;
import cn.qifeng.evaluation.clarification.application.ReadClarifications;
import cn.qifeng.evaluation.clarification.domain.Clarification;
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
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Clarifications as the panel works on them. Translates; decides nothing. */
@Path("/api/evaluation/sessions/{id}/clarifications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ClarificationResource {

    private final AskBidder askBidder;
    private final FindOnAnswer findOnAnswer;
    private final ReadClarifications read;
    private final GateDesk gate;
    private final RunningSessions running;
    private final Caller caller;

    ClarificationResource(
            AskBidder askBidder,
            FindOnAnswer findOnAnswer,
            ReadClarifications read,
            GateDesk gate,
            RunningSessions running,
            Caller caller) {
        this.askBidder = askBidder;
        this.findOnAnswer = findOnAnswer;
        this.read = read;
        this.gate = gate;
        this.running = running;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY, Role.SUPERVISOR})
    public List<ClarificationBody> list(@PathParam("id") String id) {
        if (caller.has(Role.SUPERVISOR)) {
            return gate.list(id);
        }
        return read.forMember(SessionIds.of(id), person()).stream()
                .map(it -> body(id, it))
                .toList();
    }

    @POST
    @Path("/to-sign")
    @RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY})
    public ObjectNode proposalToSign(@PathParam("id") String id, Draft draft) {
        return askBidder.proposalToSign(SessionIds.of(id), person(), draft);
    }

    @POST
    @RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY})
    public ClarificationBody propose(@PathParam("id") String id, JsonNode statement) {
        return body(id, askBidder.propose(SessionIds.of(id), person(), statement));
    }

    @GET
    @Path("/{number}/vote-to-sign")
    @RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY})
    public ObjectNode voteToSign(@PathParam("id") String id, @PathParam("number") int number) {
        return askBidder.voteToSign(SessionIds.of(id), person(), number);
    }

    @POST
    @Path("/{number}/votes")
    @RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY})
    public ClarificationBody vote(@PathParam("id") String id, @PathParam("number") int number, JsonNode statement) {
        return body(id, askBidder.vote(SessionIds.of(id), person(), number, statement));
    }

    @GET
    @Path("/{number}/gate-to-sign")
    @RolesAllowed(Role.SUPERVISOR)
    public ObjectNode gateToSign(@PathParam("id") String id, @PathParam("number") int number) {
        return gate.toSign(id, number);
    }

    @POST
    @Path("/{number}/gate")
    @RolesAllowed(Role.SUPERVISOR)
    public ClarificationBody gate(@PathParam("id") String id, @PathParam("number") int number, JsonNode statement) {
        return gate.decide(id, caller.certificateId(), number, statement);
    }

    @GET
    @Path("/{number}/finding-to-sign")
    @RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY})
    public ObjectNode findingToSign(@PathParam("id") String id, @PathParam("number") int number) {
        return findOnAnswer.toSign(SessionIds.of(id), person(), number);
    }

    @POST
    @Path("/{number}/findings")
    @RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY})
    public ClarificationBody find(@PathParam("id") String id, @PathParam("number") int number, JsonNode statement) {
        return body(id, findOnAnswer.find(SessionIds.of(id), person(), number, statement));
    }

    @GET
    @Path("/{number}/files/{sm3}")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY})
    public Response file(@PathParam("id") String id, @PathParam("number") int number, @PathParam("sm3") String sm3) {
        var bytes = read.fileForMember(SessionIds.of(id), person(), number, sm3);
        return Response.ok(bytes, MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Disposition", "attachment; filename=\"" + sm3.substring(0, 8) + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .build();
    }

    private ClarificationBody body(String id, Clarification clarification) {
        var seat = RunningSessions.seatOf(running.read(SessionIds.of(id)), person());
        return ClarificationBody.forMember(clarification, seat.member());
    }

    private String person() {
        return caller.personId().toString();
    }
}
