package cn.qifeng.trading.award.web;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.award.application.EvaluationResult;
import cn.qifeng.trading.award.application.ReceiveEvaluation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Where remote-evaluation hands in its result; idempotent by session. */
@Path("/internal/lots/{lot}/evaluation")
@RolesAllowed(Role.SERVICE)
class EvaluationResource {

    private final ReceiveEvaluation receiveEvaluation;

    EvaluationResource(ReceiveEvaluation receiveEvaluation) {
        this.receiveEvaluation = receiveEvaluation;
    }

    @POST
    public void receive(@PathParam("lot") LotId lot, EvaluationResult result) {
        receiveEvaluation.receive(lot, result);
    }
}
