package cn.qifeng.trading.contract.web;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.TenderId;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trading.contract.application.CloseCase;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Where guarantee-bond tells that the bonds of a lot are given back; idempotent. */
@Path("/internal/lots/{lot}/bonds-released")
@RolesAllowed(Role.SERVICE)
class BondsReleasedResource {

    private final CloseCase closeCase;

    BondsReleasedResource(CloseCase closeCase) {
        this.closeCase = closeCase;
    }

    /** How many bonds of the lot were opened and given back. */
    record Released(TenderId tender, int count) {}

    @POST
    public void released(@PathParam("lot") LotId lot, Released event) {
        closeCase.close(lot, event.count());
    }
}
