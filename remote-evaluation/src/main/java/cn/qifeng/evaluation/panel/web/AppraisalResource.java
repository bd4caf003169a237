package cn.qifeng.evaluation.panel.web;

import cn.qifeng.evaluation.panel.application.AppraiseMembers;
import cn.qifeng.evaluation.panel.application.AppraiseMembers.Served;
import cn.qifeng.evaluation.panel.application.SessionIds;
import cn.qifeng.evaluation.panel.domain.Appraisal;
import cn.qifeng.evaluation.panel.domain.Appraisal.Grade;
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
import java.time.Instant;
import java.util.List;

/** Appraisals of experts after each evaluation (一标一评). */
@Path("/api/evaluation/experts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.CENTRE)
class AppraisalResource {

    private static final int TEXT_MAX = 500;

    private final AppraiseMembers appraise;
    private final Caller caller;

    AppraisalResource(AppraiseMembers appraise, Caller caller) {
        this.appraise = appraise;
        this.caller = caller;
    }

    @GET
    @Path("/{number}/appraisals")
    public List<ServedView> served(@PathParam("number") String number) {
        return appraise.of(number).stream().map(ServedView::of).toList();
    }

    @POST
    @Path("/{number}/appraisals")
    public List<ServedView> appraise(@PathParam("number") String number, @NotNull @Valid NewAppraisal said) {
        var person = caller.personId().toString();
        appraise.appraise(SessionIds.of(said.session()), number, said.grade(), said.text(), person);
        return served(number);
    }

    /** What the centre says. */
    record NewAppraisal(
            @NotNull String session,
            Grade grade,
            @Size(max = TEXT_MAX) String text) {}

    /** An evaluation in which the expert took part; without grade as long as nothing was said. */
    record ServedView(String session, String name, String lotCode, Grade grade, String text, Instant at) {

        static ServedView of(Served served) {
            var order = served.session().order();
            var said = served.appraisal();
            return new ServedView(
                    served.session().id().toString(),
                    order.name(),
                    order.lotCode(),
                    said.map(Appraisal::grade).orElse(null),
                    said.map(Appraisal::text).orElse(null),
                    said.map(Appraisal::at).orElse(null));
        }
    }
}
