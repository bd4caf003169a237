package cn.qifeng.evaluation.expert.web;

import cn.qifeng.evaluation.expert.application.EnterPool;
import cn.qifeng.evaluation.expert.domain.Application;
import cn.qifeng.evaluation.expert.domain.Application.Candidate;
import cn.qifeng.evaluation.expert.domain.Application.Recommendation;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
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
import java.util.List;
import java.util.UUID;

/** Applications for the pool (专家入库申请). */
@Path("/api/evaluation/expert-applications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ApplicationResource {

    private static final int TEXT_MAX = 500;

    private final EnterPool enter;
    private final Caller caller;

    ApplicationResource(EnterPool enter, Caller caller) {
        this.enter = enter;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.CENTRE)
    public List<Application> waiting() {
        return enter.waiting();
    }

    @GET
    @Path("/mine")
    @RolesAllowed(Role.EXPERT)
    public List<Application> mine() {
        return enter.own(person());
    }

    @POST
    @RolesAllowed(Role.EXPERT)
    public Application apply(@NotNull @Valid Form form) {
        return enter.apply(person(), form.candidate(), form.recommendation(), form.statement());
    }

    @POST
    @Path("/{id}/decision")
    @RolesAllowed(Role.CENTRE)
    public Application decide(@PathParam("id") UUID id, @NotNull @Valid Decision decision) {
        return decision.approved()
                ? enter.approve(id, decision.reason(), person())
                : enter.refuse(id, decision.reason(), person());
    }

    private String person() {
        return caller.personId().toString();
    }

    /** What an applicant hands in. */
    record Form(
            @NotNull Candidate candidate,
            @NotNull Recommendation recommendation,
            @Size(max = TEXT_MAX) String statement) {}

    /** What the centre decides, and why. */
    record Decision(boolean approved, @Size(max = TEXT_MAX) String reason) {}
}
