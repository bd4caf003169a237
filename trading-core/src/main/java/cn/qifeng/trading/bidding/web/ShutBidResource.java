package cn.qifeng.trading.bidding.web;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.bidding.application.RefuseLooks;
import cn.qifeng.trading.bidding.application.ShowTraces;
import cn.qifeng.trading.bidding.application.ShownTraces;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The doors that stay shut to everyone before the opening (投标保密). */
@Path("/api/core/lots/{lot}/bids")
@Produces(MediaType.APPLICATION_JSON)
class ShutBidResource {

    private final RefuseLooks looks;
    private final ShowTraces traces;

    ShutBidResource(RefuseLooks looks, ShowTraces traces) {
        this.looks = looks;
        this.traces = traces;
    }

    @GET
    @PermitAll
    public Shown list(@PathParam("lot") LotId lot, RoutingContext http) {
        looks.requirePublicList(lot, "list", address(http));
        return Shown.inTheHall(lot);
    }

    @GET
    @Path("/count")
    @PermitAll
    public Shown count(@PathParam("lot") LotId lot, RoutingContext http) {
        looks.requirePublicList(lot, "count", address(http));
        return Shown.inTheHall(lot);
    }

    @GET
    @Path("/traces")
    @RolesAllowed({Role.SUPERVISOR, Role.AUDIT_ADMIN})
    public ShownTraces traces(@PathParam("lot") LotId lot, RoutingContext http) {
        looks.requirePublicList(lot, "traces", address(http));
        return traces.of(lot);
    }

    /** Where the list is shown once it is public. */
    record Shown(String at) {

        static Shown inTheHall(LotId lot) {
            return new Shown("/api/core/lots/" + lot + "/opening");
        }
    }

    private static String address(RoutingContext http) {
        return String.valueOf(http.request().remoteAddress());
    }
}
