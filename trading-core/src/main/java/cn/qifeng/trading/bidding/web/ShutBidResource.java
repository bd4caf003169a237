package cn.qifeng.trading.bidding.web;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.bidding.application.RefuseLooks;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The doors that stay shut to everyone before the opening (投标保密). */
@Path("/api/core/lots/{lot}/bids")
@Produces(MediaType.APPLICATION_JSON)
class ShutBidResource {

    /** What was refused and who looked, once the list is public. */
    record Traces(List<ObjectNode> refusals, List<ObjectNode> looks) {}

    private final RefuseLooks looks;

    ShutBidResource(RefuseLooks looks) {
        this.looks = looks;
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
    public Traces traces(@PathParam("lot") LotId lot, RoutingContext http) {
        looks.requirePublicList(lot, "traces", address(http));
        return new Traces(looks.refusals(lot), looks.looks(lot));
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
