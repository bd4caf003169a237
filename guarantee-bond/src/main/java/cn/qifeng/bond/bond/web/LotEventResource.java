package cn.qifeng.bond.bond.web;

import cn.qifeng.bond.bond.application.OpenBonds;
import cn.qifeng.bond.bond.application.ReleaseBonds;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.kit.access.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.stream.Collectors;

/** What trading-core tells about a lot; idempotent. */
@Path("/internal/lots/{lot}")
@RolesAllowed(Role.SERVICE)
class LotEventResource {

    private final OpenBonds openBonds;
    private final ReleaseBonds releaseBonds;

    LotEventResource(OpenBonds openBonds, ReleaseBonds releaseBonds) {
        this.openBonds = openBonds;
        this.releaseBonds = releaseBonds;
    }

    /** A bidder of the opened lot. */
    record Bidder(String bidId, String name, Uscc uscc) {}

    /** The lot is opened. */
    record Opened(@NotNull TenderId tender, @NotNull List<Bidder> bidders) {}

    /** The bonds are to be given back; {@code CONTRACT} or {@code LOT_FAILED}. */
    record Released(@NotNull TenderId tender, @NotNull Reason reason) {}

    /** Why bonds are given back. */
    enum Reason {
        CONTRACT,
        LOT_FAILED
    }

    @POST
    @Path("opened")
    public void opened(@PathParam("lot") LotId lot, @NotNull @Valid Opened event) {
        openBonds.open(lot, event.bidders().stream().map(Bidder::uscc).collect(Collectors.toSet()));
    }

    @POST
    @Path("released")
    public void released(@PathParam("lot") LotId lot, @NotNull @Valid Released event) {
        releaseBonds.release(lot, event.tender(), event.reason().name());
    }
}
