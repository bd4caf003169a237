package cn.qifeng.evaluation.report.web;

import cn.qifeng.evaluation.report.application.ReadComparisons;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;

/** Re-reviews before and after (复评前后对照), for the host of the lot and for supervisors. */
@Path("/api/evaluation/lots/{lot}/comparisons")
@Produces(MediaType.APPLICATION_JSON)
class LotComparisonResource {

    private final ReadComparisons comparisons;
    private final Caller caller;

    LotComparisonResource(ReadComparisons comparisons, Caller caller) {
        this.comparisons = comparisons;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.PROCURING_ENTITY, Role.AGENCY, Role.SUPERVISOR})
    public List<ComparisonView> all(@PathParam("lot") LotId lot) {
        Optional<String> host = caller.has(Role.SUPERVISOR)
                ? Optional.empty()
                : Optional.of(caller.personId().toString());
        return ComparisonView.of(comparisons.ofLot(lot, host));
    }
}
