package cn.qifeng.trading.award.web;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.award.application.DetermineWinner;
import cn.qifeng.trading.award.domain.Phase;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The winner among ranked candidates (确定中标人), and candidates that are passed over (递补). */
@Path("/api/core/lots/{lot}/award")
@RolesAllowed(Role.PROCURING_ENTITY)
class DeterminationResource {

    private final DetermineWinner determineWinner;
    private final Caller caller;

    DeterminationResource(DetermineWinner determineWinner, Caller caller) {
        this.determineWinner = determineWinner;
        this.caller = caller;
    }

    /** Where the award stands after the act. */
    record Taken(Phase phase) {}

    @POST
    @Path("determination")
    public Taken determine(@PathParam("lot") LotId lot, JsonNode statement) {
        return new Taken(determineWinner
                .determine(lot, caller.partyId(), caller.personId(), Statement.from(statement))
                .phase());
    }

    @POST
    @Path("passing")
    public Taken pass(@PathParam("lot") LotId lot, JsonNode statement) {
        return new Taken(determineWinner
                .pass(lot, caller.partyId(), caller.personId(), Statement.from(statement))
                .phase());
    }
}
