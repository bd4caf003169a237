package cn.qifeng.evaluation.information.web;

import cn.qifeng.evaluation.information.application.AskForInformation;
import cn.qifeng.evaluation.information.application.InformationDraft;
import cn.qifeng.evaluation.information.application.ReadInformation;
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

/** Questions to the procuring entity as panel and supervisor work on them. Translates; decides nothing. */
@Path("/api/evaluation/sessions/{id}/information")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class InformationResource {

    private final AskForInformation ask;
    private final ReadInformation read;
    private final InformationGate gate;
    private final RunningSessions running;
    private final Caller caller;

    InformationResource(
            AskForInformation ask, ReadInformation read, InformationGate gate, RunningSessions running, Caller caller) {
        this.ask = ask;
        this.read = read;
        this.gate = gate;
        this.running = running;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY, Role.SUPERVISOR})
    public List<InformationBody> list(@PathParam("id") String id) {
        if (caller.has(Role.SUPERVISOR)) {
            return gate.list(id);
        }
        var all = read.forMember(SessionIds.of(id), person());
        var member = member(id);
        return all.stream().map(it -> InformationBody.forMember(it, member)).toList();
    }

    @POST
    @Path("/to-sign")
    @RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY})
    public ObjectNode toSign(@PathParam("id") String id, InformationDraft draft) {
        return ask.toSign(SessionIds.of(id), person(), draft);
    }

    @POST
    @RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY})
    public InformationBody ask(@PathParam("id") String id, JsonNode statement) {
        return InformationBody.forMember(ask.ask(SessionIds.of(id), person(), statement), member(id));
    }

    @GET
    @Path("/{number}/gate-to-sign")
    @RolesAllowed(Role.SUPERVISOR)
    public ObjectNode gateToSign(@PathParam("id") String id, @PathParam("number") int number) {
        return gate.gateToSign(id, number);
    }

    @POST
    @Path("/{number}/gate")
    @RolesAllowed(Role.SUPERVISOR)
    public InformationBody gate(@PathParam("id") String id, @PathParam("number") int number, JsonNode statement) {
        return gate.gate(id, caller.certificateId(), number, statement);
    }

    @GET
    @Path("/{number}/passage-to-sign")
    @RolesAllowed(Role.SUPERVISOR)
    public ObjectNode passageToSign(@PathParam("id") String id, @PathParam("number") int number) {
        return gate.passageToSign(id, number);
    }

    @POST
    @Path("/{number}/passage")
    @RolesAllowed(Role.SUPERVISOR)
    public InformationBody pass(@PathParam("id") String id, @PathParam("number") int number, JsonNode statement) {
        return gate.pass(id, caller.certificateId(), number, statement);
    }

    private String member(String id) {
        return RunningSessions.seatOf(running.read(SessionIds.of(id)), person()).member();
    }

    private String person() {
        return caller.personId().toString();
    }
}
