package cn.qifeng.trading.opening.web;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.opening.application.ShowOpening;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The opening hall of a lot (开标大厅): for anyone, as far as the phase may show it. */
@Path("/api/core/lots/{lot}/opening")
@Produces(MediaType.APPLICATION_JSON)
class OpeningResource {

    private final ShowOpening showOpening;

    OpeningResource(ShowOpening showOpening) {
        this.showOpening = showOpening;
    }

    @GET
    @PermitAll
    public OpeningView opening(@PathParam("lot") LotId lot) {
        return OpeningViews.of(showOpening.of(lot));
    }
}
