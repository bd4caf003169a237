package cn.qifeng.evaluation.panel.web;

import cn.qifeng.evaluation.panel.application.ChooseDirectly;
import cn.qifeng.evaluation.panel.application.SessionIds;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
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

/** Direct choice of experts (直接确定专家): asked for by the host, decided by the supervisor. */
@Path("/api/evaluation/direct-choices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class DirectChoiceResource {

    private final ChooseDirectly choose;
    private final Caller caller;

    DirectChoiceResource(ChooseDirectly choose, Caller caller) {
        this.choose = choose;
        this.caller = caller;
    }

    @GET
    @Path("/mine")
    @RolesAllowed({Role.PROCURING_ENTITY, Role.AGENCY})
    public List<ChoiceLine> mine() {
        return choose.of(person()).stream().map(ChoiceLine::of).toList();
    }

    @GET
    @Path("/{id}/to-sign")
    @RolesAllowed({Role.PROCURING_ENTITY, Role.AGENCY})
    public ObjectNode requestToSign(@PathParam("id") String id) {
        return choose.requestToSign(SessionIds.of(id), person());
    }

    @POST
    @Path("/{id}")
    @RolesAllowed({Role.PROCURING_ENTITY, Role.AGENCY})
    public ChoiceLine request(@PathParam("id") String id, JsonNode statement) {
        return ChoiceLine.of(choose.request(SessionIds.of(id), person(), caller.certificateId(), statement));
    }

    @GET
    @Path("/{id}/decision/to-sign")
    @RolesAllowed(Role.SUPERVISOR)
    public ObjectNode decisionToSign(@PathParam("id") String id) {
        return choose.decisionToSign(SessionIds.of(id));
    }

    @POST
    @Path("/{id}/decision")
    @RolesAllowed(Role.SUPERVISOR)
    public ChoiceLine decide(@PathParam("id") String id, JsonNode statement) {
        return ChoiceLine.of(choose.decide(SessionIds.of(id), caller.certificateId(), statement));
    }

    private String person() {
        return caller.personId().toString();
    }

    /** A session in which experts can only be chosen directly, and whether a choice waits for the supervisor. */
    record ChoiceLine(String id, String tender, String name, String stage, int missing, boolean asked) {

        static ChoiceLine of(EvaluationSession session) {
            return new ChoiceLine(
                    session.id().toString(),
                    session.order().tender().toString(),
                    session.order().name(),
                    session.stage().name(),
                    session.missing(),
                    session.ceremony().course().choice().isPresent());
        }
    }
}
