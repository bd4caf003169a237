package cn.qifeng.evaluation.panel.web;

import cn.qifeng.evaluation.panel.application.ConvenePanel;
import cn.qifeng.evaluation.panel.application.SessionIds;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SessionId;
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

/** What invited persons do until the panel works. Translates; decides nothing. */
@Path("/api/evaluation/sessions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class PanelResource {

    private final ConvenePanel convene;
    private final Caller caller;

    PanelResource(ConvenePanel convene, Caller caller) {
        this.convene = convene;
        this.caller = caller;
    }

    @GET
    @Path("/invitation")
    @RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY})
    public InvitationView invitation(@PathParam("id") String id) {
        return InvitationView.of(convene.invitation(session(id), person()));
    }

    @POST
    @Path("/invitation")
    @RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY})
    public Moved answer(@PathParam("id") String id, Answer answer) {
        return Moved.of(convene.answer(session(id), person(), answer.accept(), answer.reason()), person());
    }

    @POST
    @Path("/check-in")
    @RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY})
    public Moved checkIn(@PathParam("id") String id) {
        return Moved.of(convene.checkIn(session(id), person(), caller.certificateId()), person());
    }

    @GET
    @Path("/declaration/to-sign")
    @RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY})
    public ObjectNode declarationToSign(@PathParam("id") String id) {
        return convene.declarationToSign(session(id), person());
    }

    @POST
    @Path("/declaration")
    @RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY})
    public Moved declare(@PathParam("id") String id, JsonNode statement) {
        return Moved.of(convene.declare(session(id), person(), statement), person());
    }

    @POST
    @Path("/leader-votes")
    @RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY})
    public Moved voteLeader(@PathParam("id") String id, Vote vote) {
        return Moved.of(convene.voteLeader(session(id), person(), vote.member()), person());
    }

    @POST
    @Path("/members/{number}/replacement")
    @RolesAllowed(Role.SUPERVISOR)
    public Moved replace(@PathParam("id") String id, @PathParam("number") String number, Reason reason) {
        return Moved.of(convene.replace(session(id), number, reason.reason()), person());
    }

    private String person() {
        return caller.personId().toString();
    }

    private static SessionId session(String id) {
        return SessionIds.of(id);
    }

    /** Answer to an invitation. */
    record Answer(boolean accept, String reason) {}

    /** Vote for the leader, by expert number. */
    record Vote(String member) {}

    /** Reason of a replacement. */
    record Reason(String reason) {}

    /** Where the session and the caller's seat stand afterwards. */
    record Moved(String stage, String state) {

        static Moved of(EvaluationSession session, String person) {
            return new Moved(
                    session.stage().name(),
                    session.panel().of(person).map(it -> it.state().name()).orElse(null));
        }
    }
}
