package cn.qifeng.evaluation.worktime.web;

import cn.qifeng.evaluation.panel.application.SessionIds;
import cn.qifeng.evaluation.worktime.application.ReadEvaluationTime;
import cn.qifeng.evaluation.worktime.application.SetEvaluationTime;
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

/** Evaluation times as the procuring entity and its agency set and extend them (确定、延长评标时间). */
@Path("/api/evaluation/times")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PROCURING_ENTITY, Role.AGENCY})
class EvaluationTimeResource {

    private final SetEvaluationTime set;
    private final ReadEvaluationTime read;
    private final Caller caller;

    EvaluationTimeResource(SetEvaluationTime set, ReadEvaluationTime read, Caller caller) {
        this.set = set;
        this.read = read;
        this.caller = caller;
    }

    @GET
    @Path("/mine")
    public List<TimeBody> mine() {
        return read.ofHost(person()).stream()
                .map(it -> TimeBody.of(it, caller.certificateId()))
                .toList();
    }

    @GET
    @Path("/{id}/to-sign")
    public ObjectNode toSign(@PathParam("id") String id) {
        return set.toSign(SessionIds.of(id), person());
    }

    @POST
    @Path("/{id}")
    public TimeBody set(@PathParam("id") String id, JsonNode statement) {
        return TimeBody.of(
                set.set(SessionIds.of(id), person(), caller.certificateId(), statement), caller.certificateId());
    }

    private String person() {
        return caller.personId().toString();
    }
}
