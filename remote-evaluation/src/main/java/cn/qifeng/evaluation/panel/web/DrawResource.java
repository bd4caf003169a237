package cn.qifeng.evaluation.panel.web;

import cn.qifeng.evaluation.panel.application.DrawPlans;
import cn.qifeng.evaluation.panel.application.LookAtNames;
import cn.qifeng.evaluation.panel.application.ReadDraws;
import cn.qifeng.evaluation.panel.application.SessionIds;
import cn.qifeng.evaluation.panel.domain.DrawPlan;
import cn.qifeng.evaluation.panel.domain.DrawScope;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.HallKind;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The draw desk (抽取台) of the centre, which the supervisor watches. */
@Path("/api/evaluation/draws")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.CENTRE, Role.SUPERVISOR})
class DrawResource {

    private final ReadDraws read;
    private final DrawPlans plans;
    private final LookAtNames names;
    private final Caller caller;

    DrawResource(ReadDraws read, DrawPlans plans, LookAtNames names, Caller caller) {
        this.read = read;
        this.plans = plans;
        this.names = names;
        this.caller = caller;
    }

    @GET
    public List<DrawLine> all() {
        return read.all().stream().map(DrawLine::of).toList();
    }

    @GET
    @Path("/{id}")
    public DrawView one(@PathParam("id") String id) {
        return DrawView.of(read.of(SessionIds.of(id)), caller.has(Role.SUPERVISOR));
    }

    @PUT
    @Path("/{id}/plan")
    @RolesAllowed(Role.CENTRE)
    public DrawView plan(@PathParam("id") String id, @NotNull @Valid Plan plan) {
        var session = SessionIds.of(id);
        plans.set(session, plan.toDomain());
        return one(id);
    }

    @POST
    @Path("/{id}/calls/{place}/repetition")
    @RolesAllowed(Role.CENTRE)
    public DrawView tellAgain(@PathParam("id") String id, @PathParam("place") String place) {
        read.tellAgain(SessionIds.of(id), "#" + place);
        return one(id);
    }

    @POST
    @Path("/{id}/names")
    public List<NamedView> names(@PathParam("id") String id, @NotNull Look look) {
        var role = caller.has(Role.CENTRE) ? Role.CENTRE : Role.SUPERVISOR;
        return names.look(SessionIds.of(id), caller.personId().toString(), role, look.reason()).stream()
                .map(NamedView::of)
                .toList();
    }

    /**
     * When, where and from where experts are to be drawn; without {@code startsAt} as soon as the panel is there, without
     * {@code hall} they meet in none.
     */
    record Plan(
            @NotNull List<String> specialties,
            @NotNull List<String> regions,
            Instant startsAt,
            @NotNull String place,
            HallKind hall) {

        DrawPlan toDomain() {
            return new DrawPlan(new DrawScope(specialties, regions), Optional.ofNullable(startsAt), place, hall);
        }
    }

    /** Why names are looked at. */
    record Look(String reason) {}

    /** A session in the list. */
    record DrawLine(
            String id, String name, String lotCode, String stage, int missing, boolean exhausted, boolean asked) {

        static DrawLine of(EvaluationSession session) {
            return new DrawLine(
                    session.id().toString(),
                    session.order().name(),
                    session.order().lotCode(),
                    session.stage().name(),
                    session.missing(),
                    session.ceremony().course().exhausted(),
                    session.ceremony().course().choice().isPresent());
        }
    }

    /** A name behind a place. */
    record NamedView(String place, String number, String name, String phone, String state) {

        static NamedView of(LookAtNames.Named named) {
            return new NamedView(
                    named.place(),
                    named.seat().number(),
                    named.seat().name(),
                    named.phone(),
                    named.seat().state().name());
        }
    }
}
