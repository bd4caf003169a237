package cn.qifeng.trading.bidding.web;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.bidding.application.CallingBidder;
import cn.qifeng.trading.bidding.application.OwnBids;
import cn.qifeng.trading.log.application.Proofs;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** A bidder's own bids (我的投标). */
@Path("/api/core/bids")
@Produces(MediaType.APPLICATION_JSON)
class OwnBidResource {

    private final OwnBids ownBids;
    private final CallingBidder bidder;
    private final Proofs proofs;

    OwnBidResource(OwnBids ownBids, CallingBidder bidder, Proofs proofs) {
        this.ownBids = ownBids;
        this.bidder = bidder;
        this.proofs = proofs;
    }

    @GET
    @Path("/mine")
    @RolesAllowed(Role.BIDDER)
    public List<OwnBidView> mine(@QueryParam("lot") LotId lot) {
        return ownBids.of(lot, bidder.now()).stream()
                .map(bid -> OwnBidView.of(bid, proofs))
                .toList();
    }
}
