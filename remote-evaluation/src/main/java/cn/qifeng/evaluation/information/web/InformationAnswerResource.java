package cn.qifeng.evaluation.information.web;

import cn.qifeng.evaluation.information.application.AnswerPanel;
import cn.qifeng.evaluation.information.application.InformationDuty;
import cn.qifeng.evaluation.information.application.ReadInformation;
import cn.qifeng.evaluation.information.application.ReadInformationDuties;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.application.SessionIds;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;

/** Questions that reached procuring entity and agency, and what everybody owes about them. Translates; decides nothing. */
@Path("/api/evaluation/information")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class InformationAnswerResource {

    private final AnswerPanel answerPanel;
    private final ReadInformation read;
    private final ReadInformationDuties duties;
    private final RunningSessions running;
    private final Caller caller;

    InformationAnswerResource(
            AnswerPanel answerPanel,
            ReadInformation read,
            ReadInformationDuties duties,
            RunningSessions running,
            Caller caller) {
        this.answerPanel = answerPanel;
        this.read = read;
        this.duties = duties;
        this.running = running;
        this.caller = caller;
    }

    @GET
    @Path("/mine")
    @Authenticated
    public List<Duty> mine() {
        boolean acts = caller.has(Role.PROCURING_ENTITY) || caller.has(Role.AGENCY);
        return duties.of(person(), acts, caller.has(Role.SUPERVISOR)).stream()
                .map(Duty::of)
                .toList();
    }

    @GET
    @Path("/{session}/{number}")
    @RolesAllowed({Role.PROCURING_ENTITY, Role.AGENCY})
    public Asked asked(@PathParam("session") String session, @PathParam("number") int number) {
        var id = SessionIds.of(session);
        var one = read.forHost(id, number, person());
        var order = running.read(id).order();
        return new Asked(order.tender().toString(), order.lot().toString(), order.name(), InformationBody.forHost(one));
    }

    @GET
    @Path("/{session}/{number}/to-sign")
    @RolesAllowed({Role.PROCURING_ENTITY, Role.AGENCY})
    public ObjectNode toSign(@PathParam("session") String session, @PathParam("number") int number) {
        return answerPanel.toSign(SessionIds.of(session), number, person());
    }

    @POST
    @Path("/{session}/{number}/answer")
    @RolesAllowed({Role.PROCURING_ENTITY, Role.AGENCY})
    public InformationBody answer(
            @PathParam("session") String session, @PathParam("number") int number, JsonNode statement) {
        return InformationBody.forHost(
                answerPanel.answer(SessionIds.of(session), number, person(), caller.certificateId(), statement));
    }

    private String person() {
        return caller.personId().toString();
    }

    /** A question as procuring entity and agency see it. */
    record Asked(String tender, String lot, String name, InformationBody information) {}

    /** Something that the caller owes. */
    record Duty(String session, String tender, String lot, String name, int number, String duty, Instant due) {

        static Duty of(InformationDuty duty) {
            var order = duty.session().order();
            boolean timed = duty.act() == InformationDuty.Act.ANSWER;
            return new Duty(
                    duty.session().id().toString(),
                    order.tender().toString(),
                    order.lot().toString(),
                    order.name(),
                    duty.request().number(),
                    duty.act().name(),
                    timed ? duty.request().deadline().orElseThrow() : null);
        }
    }
}
