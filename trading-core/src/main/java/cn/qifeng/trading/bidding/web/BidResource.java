package cn.qifeng.trading.bidding.web;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.bidding.application.CallingBidder;
import cn.qifeng.trading.bidding.application.OwnBids;
import cn.qifeng.trading.bidding.application.RefuseLooks;
import cn.qifeng.trading.log.application.Proofs;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** A bidder's own bids, and the doors that stay shut to everyone else before the opening (我的投标、保密). */
@Path("/api/core")
@Produces(MediaType.APPLICATION_JSON)
class BidResource {

    /** What was refused and who looked, once the list is public. */
    record Traces(List<ObjectNode> refusals, List<ObjectNode> looks) {}

    private final OwnBids ownBids;
    private final RefuseLooks looks;
    private final CallingBidder bidder;
    private final Proofs proofs;

    BidResource(OwnBids ownBids, RefuseLooks looks, CallingBidder bidder, Proofs proofs) {
        this.ownBids = ownBids;
        this.looks = looks;
        this.bidder = bidder;
        this.proofs = proofs;
    }

    @GET
    @Path("/bids/mine")
    @RolesAllowed(Role.BIDDER)
    public List<OwnBidView> mine(@QueryParam("lot") LotId lot) {
        return ownBids.of(lot, bidder.now()).stream()
                .map(bid -> OwnBidView.of(bid, proofs))
                .toList();
    }

    @GET
    @Path("/lots/{lot}/bids")
    @PermitAll
    public Shown list(@PathParam("lot") LotId lot, RoutingContext http) {
        looks.requirePublicList(lot, "list", address(http));
        return Shown.inTheHall(lot);
    }

    @GET
    @Path("/lots/{lot}/bids/count")
    @PermitAll
    public Shown count(@PathParam("lot") LotId lot, RoutingContext http) {
        looks.requirePublicList(lot, "count", address(http));
        return Shown.inTheHall(lot);
    }

    @GET
    @Path("/lots/{lot}/bids/traces")
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
