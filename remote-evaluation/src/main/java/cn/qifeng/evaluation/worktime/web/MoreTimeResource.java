package cn.qifeng.evaluation.worktime.web;

import cn.qifeng.evaluation.panel.application.SessionIds;
import cn.qifeng.evaluation.worktime.application.AskForMoreTime;
import cn.qifeng.evaluation.worktime.application.ReadEvaluationTime;
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

/** The evaluation time as members and watchers see it, and members' requests for more. */
@Path("/api/evaluation/sessions/{id}/time")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class MoreTimeResource {

    private final AskForMoreTime ask;
    private final ReadEvaluationTime read;
    private final Caller caller;

    MoreTimeResource(AskForMoreTime ask, ReadEvaluationTime read, Caller caller) {
        this.ask = ask;
        this.read = read;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY, Role.SUPERVISOR, Role.CENTRE})
    public TimeBody time(@PathParam("id") String id) {
        boolean watches = caller.has(Role.SUPERVISOR) || caller.has(Role.CENTRE);
        return TimeBody.of(read.of(SessionIds.of(id), person(), watches), caller.certificateId());
    }

    @GET
    @Path("/requests/to-sign")
    @RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY})
    public ObjectNode toSign(@PathParam("id") String id) {
        return ask.toSign(SessionIds.of(id), person());
    }

    @POST
    @Path("/requests")
    @RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY})
    public TimeBody ask(@PathParam("id") String id, JsonNode statement) {
        ask.ask(SessionIds.of(id), person(), statement);
        return time(id);
    }

    private String person() {
        return caller.personId().toString();
    }
}
