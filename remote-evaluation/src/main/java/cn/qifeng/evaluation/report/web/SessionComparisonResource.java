package cn.qifeng.evaluation.report.web;

import cn.qifeng.evaluation.panel.application.SessionIds;
import cn.qifeng.evaluation.report.application.ReadComparisons;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Re-reviews before and after (复评前后对照), for the panel. */
@Path("/api/evaluation/sessions/{id}/comparisons")
@Produces(MediaType.APPLICATION_JSON)
class SessionComparisonResource {

    private final ReadComparisons comparisons;
    private final Caller caller;

    SessionComparisonResource(ReadComparisons comparisons, Caller caller) {
        this.comparisons = comparisons;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.EXPERT, Role.PROCURING_ENTITY})
    public List<ComparisonView> all(@PathParam("id") String id) {
        return ComparisonView.of(
                comparisons.ofMember(SessionIds.of(id), caller.personId().toString()));
    }
}
