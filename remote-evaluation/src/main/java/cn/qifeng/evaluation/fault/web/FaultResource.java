package cn.qifeng.evaluation.fault.web;

import cn.qifeng.evaluation.fault.application.DecideFault;
import cn.qifeng.evaluation.fault.application.ReadFaults;
import cn.qifeng.evaluation.fault.application.ReportFault;
import cn.qifeng.evaluation.fault.application.ReportFault.Reporter;
import cn.qifeng.evaluation.panel.application.SessionIds;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Faults of remote evaluations (远程评标故障). Translates; decides nothing. */
@Path("/api/evaluation/sessions/{id}/faults")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class FaultResource {

    private static final int TEXT_MAX = 500;

    private final ReadFaults read;
    private final ReportFault report;
    private final DecideFault decide;
    private final Caller caller;

    FaultResource(ReadFaults read, ReportFault report, DecideFault decide, Caller caller) {
        this.read = read;
        this.report = report;
        this.decide = decide;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.CENTRE, Role.SUPERVISOR, Role.PROCURING_ENTITY, Role.AGENCY, Role.EXPERT})
    public FaultsBody faults(@PathParam("id") String id) {
        var session = SessionIds.of(id);
        boolean whole = caller.has(Role.CENTRE) || caller.has(Role.SUPERVISOR);
        return FaultsBody.of(whole ? read.whole(session, person()) : read.own(session, person()), true);
    }

    @POST
    @RolesAllowed({Role.CENTRE, Role.SUPERVISOR})
    public FaultsBody report(@PathParam("id") String id, @NotNull @Valid Reported reported) {
        report.report(SessionIds.of(id), reporter(), reported.site(), reported.reason());
        return faults(id);
    }

    @POST
    @Path("/{number}/clearance")
    @RolesAllowed({Role.CENTRE, Role.SUPERVISOR})
    public FaultsBody clear(@PathParam("id") String id, @PathParam("number") int number, @NotNull @Valid Why why) {
        report.clear(SessionIds.of(id), number, reporter(), "", why.reason());
        return faults(id);
    }

    @GET
    @Path("/{number}/decision/to-sign")
    @RolesAllowed({Role.PROCURING_ENTITY, Role.AGENCY})
    public ObjectNode toSign(@PathParam("id") String id, @PathParam("number") int number) {
        return decide.toSign(SessionIds.of(id), number, person());
    }

    @POST
    @Path("/{number}/decision")
    @RolesAllowed({Role.PROCURING_ENTITY, Role.AGENCY})
    public FaultsBody decide(@PathParam("id") String id, @PathParam("number") int number, JsonNode statement) {
        decide.decide(SessionIds.of(id), number, person(), caller.certificateId(), statement);
        return faults(id);
    }

    private Reporter reporter() {
        return new Reporter(person(), caller.has(Role.SUPERVISOR) ? Role.SUPERVISOR : Role.CENTRE);
    }

    private String person() {
        return caller.personId().toString();
    }

    /** A fault at one site. */
    record Reported(
            @NotNull @Size(max = 20) String site,
            @NotNull @Size(max = TEXT_MAX) String reason) {}

    /** Why it is over. */
    record Why(@NotNull @Size(max = TEXT_MAX) String reason) {}
}
