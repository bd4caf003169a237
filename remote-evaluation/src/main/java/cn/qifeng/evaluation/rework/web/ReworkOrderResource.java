package cn.qifeng.evaluation.rework.web;

import cn.qifeng.evaluation.panel.domain.PanelRefusal;
import cn.qifeng.evaluation.rework.application.BeginRework;
import cn.qifeng.evaluation.rework.domain.ReworkPlace;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kit.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Orders of trading-core to review once more; never reached from outside. */
@Path("/internal/sessions/reworks")
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.SERVICE)
class ReworkOrderResource {

    private final BeginRework begin;

    ReworkOrderResource(BeginRework begin) {
        this.begin = begin;
    }

    /** What trading-core says (docs/api.md, "Between services"). */
    record OrderBody(
            UUID lot,
            int number,
            String report,
            String ground,
            String law,
            String reason,
            String evidence,
            String decision,
            List<ReworkPlace> places) {}

    @POST
    public void begin(OrderBody body) {
        begin.begin(new BeginRework.Order(
                Optional.ofNullable(body.lot()).map(LotId::new).orElseThrow(PanelRefusal.NO_SUCH_SESSION::refused),
                body.number(),
                body.report(),
                body.ground(),
                body.law(),
                body.reason(),
                body.evidence(),
                body.decision(),
                body.places()));
    }
}
