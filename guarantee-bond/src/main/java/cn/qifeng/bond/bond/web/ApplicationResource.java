package cn.qifeng.bond.bond.web;

import cn.qifeng.bond.bond.application.ApplyForBond;
import cn.qifeng.bond.bond.domain.BondForm;
import cn.qifeng.bond.bond.domain.CallersParty;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import cn.qifeng.kit.idempotency.NotKept;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Applications for bonds (保函申请); the lot stands in the body, never in an address. */
@Path("/api/bond/applications")
@RolesAllowed(Role.BIDDER)
class ApplicationResource {

    private final ApplyForBond applyForBond;
    private final CallersParty callersParty;
    private final Caller caller;

    ApplicationResource(ApplyForBond applyForBond, CallersParty callersParty, Caller caller) {
        this.applyForBond = applyForBond;
        this.callersParty = callersParty;
        this.caller = caller;
    }

    /** The lot and the form wanted. */
    record Request(LotId lotId, BondForm form) {}

    @POST
    @NotKept
    public BondView apply(Request request) {
        return BondView.of(
                applyForBond.apply(caller.partyId(), callersParty.organisation(), request.lotId(), request.form()));
    }
}
