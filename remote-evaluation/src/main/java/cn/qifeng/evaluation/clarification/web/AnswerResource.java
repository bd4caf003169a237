package cn.qifeng.evaluation.clarification.web;

import cn.qifeng.evaluation.clarification.application.AnswerQuestion;
import cn.qifeng.evaluation.clarification.application.ClarificationDuty;
import cn.qifeng.evaluation.clarification.application.ReadClarifications;
import cn.qifeng.evaluation.clarification.application.ReadDuties;
import cn.qifeng.evaluation.clarification.domain.AnswerFile;
import cn.qifeng.evaluation.clarification.domain.ClarificationRefusal;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.application.SessionIds;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Questions that reached a bidder, and what everybody owes about clarifications. Translates; decides nothing. */
@Path("/api/evaluation/clarifications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class AnswerResource {

    private final AnswerQuestion answerQuestion;
    private final ReadClarifications read;
    private final ReadDuties readDuties;
    private final RunningSessions running;
    private final Caller caller;

    AnswerResource(
            AnswerQuestion answerQuestion,
            ReadClarifications read,
            ReadDuties readDuties,
            RunningSessions running,
            Caller caller) {
        this.answerQuestion = answerQuestion;
        this.read = read;
        this.readDuties = readDuties;
        this.running = running;
        this.caller = caller;
    }

    @GET
    @Path("/mine")
    @Authenticated
    public List<Duty> mine() {
        return readDuties
                .of(
                        caller.personId().toString(),
                        caller.party().filter(it -> caller.has(Role.BIDDER)).map(Object::toString),
                        caller.has(Role.SUPERVISOR))
                .stream()
                .map(Duty::of)
                .toList();
    }

    @GET
    @Path("/{session}/{number}")
    @RolesAllowed(Role.BIDDER)
    public Asked asked(@PathParam("session") String session, @PathParam("number") int number) {
        var id = SessionIds.of(session);
        var one = read.forBidder(id, number, party());
        var order = running.read(id).order();
        return new Asked(
                order.tender().toString(),
                order.lot().toString(),
                order.name(),
                ClarificationBody.forBidder(one),
                read.files(id, number));
    }

    @GET
    @Path("/{session}/{number}/to-sign")
    @RolesAllowed(Role.BIDDER)
    public ObjectNode toSign(@PathParam("session") String session, @PathParam("number") int number) {
        return answerQuestion.toSign(SessionIds.of(session), number, party());
    }

    @POST
    @Path("/{session}/{number}/files")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed(Role.BIDDER)
    public AnswerFile file(
            @PathParam("session") String session,
            @PathParam("number") int number,
            @HeaderParam("X-File-Name") String name,
            byte[] bytes) {
        return answerQuestion.keep(SessionIds.of(session), number, party(), decoded(name), bytes);
    }

    @POST
    @Path("/{session}/{number}/answer")
    @RolesAllowed(Role.BIDDER)
    public ClarificationBody answer(
            @PathParam("session") String session, @PathParam("number") int number, JsonNode statement) {
        return ClarificationBody.forBidder(
                answerQuestion.answer(SessionIds.of(session), number, party(), caller.certificateId(), statement));
    }

    private String party() {
        return caller.partyId().toString();
    }

    /** The name as the header carries it, percent-encoded UTF-8. */
    private static String decoded(String name) {
        try {
            return name == null ? null : URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ClarificationRefusal.FILE_REFUSED.with(
                    Facts.field("X-File-Name", name, "percent-encoded").map());
        }
    }

    /** A question as its bidder sees it, with the files handed in so far. */
    record Asked(String tender, String lot, String name, ClarificationBody clarification, List<AnswerFile> files) {}

    /** Something that the caller owes. */
    record Duty(String session, String tender, String lot, String name, int number, String duty, Instant due) {

        static Duty of(ClarificationDuty duty) {
            return new Duty(
                    duty.session(),
                    duty.tender(),
                    duty.lot(),
                    duty.name(),
                    duty.number(),
                    duty.act().name(),
                    duty.due().orElse(null));
        }
    }
}
