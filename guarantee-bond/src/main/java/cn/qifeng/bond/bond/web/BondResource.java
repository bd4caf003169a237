package cn.qifeng.bond.bond.web;

import cn.qifeng.bond.bond.application.ReadBonds;
import cn.qifeng.bond.bond.domain.Bond;
import cn.qifeng.bond.bond.domain.BondId;
import cn.qifeng.bond.bond.domain.BondRefusal;
import cn.qifeng.bond.bond.domain.CallersParty;
import cn.qifeng.bond.bond.domain.SignedBond;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kit.access.Caller;
import cn.qifeng.kit.access.Role;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Bonds: the own ones at any time, those of a lot only after its opening. */
@Path("/api/bond")
class BondResource {

    private final ReadBonds readBonds;
    private final CallersParty callersParty;
    private final Caller caller;

    BondResource(ReadBonds readBonds, CallersParty callersParty, Caller caller) {
        this.readBonds = readBonds;
        this.callersParty = callersParty;
        this.caller = caller;
    }

    @GET
    @Path("bonds/mine")
    @RolesAllowed(Role.BIDDER)
    public List<BondView> mine() {
        return readBonds.ofApplicant(caller.partyId()).stream()
                .map(BondView::of)
                .toList();
    }

    @GET
    @Path("bonds/{id}/document")
    @RolesAllowed({Role.BIDDER, Role.PROCURING_ENTITY, Role.AGENCY, Role.EXPERT, Role.SUPERVISOR})
    public ObjectNode document(@PathParam("id") UUID id) {
        var bond = readBonds.of(new BondId(id));
        if (!isOwn(bond)) {
            requireOpened(bond);
        }
        if (!(bond instanceof Bond.WithDocument issued)) {
            throw BondRefusal.NOT_ISSUED.refused();
        }
        return statement(issued.document());
    }

    @GET
    @Path("lots/{lot}/bonds")
    @RolesAllowed({Role.PROCURING_ENTITY, Role.AGENCY, Role.EXPERT, Role.SUPERVISOR})
    public List<BondView> ofLot(@PathParam("lot") LotId lot) {
        var bonds = readBonds.ofLot(lot);
        requireSide(lot);
        return bonds.stream().map(BondView::of).toList();
    }

    private boolean isOwn(Bond bond) {
        return caller.has(Role.BIDDER)
                && caller.party()
                        .map(party -> party.equals(bond.application().party()))
                        .orElse(false);
    }

    /** Whoever may not see it learns nothing, not even that it exists. */
    private void requireOpened(Bond bond) {
        var lot = bond.application().lot().lot();
        boolean visible = readBonds.isOpened(lot) && !(bond instanceof Bond.Unused) && !caller.has(Role.BIDDER);
        if (!visible) {
            throw BondRefusal.NOT_FOUND.refused();
        }
        requireSide(lot);
    }

    private void requireSide(LotId lot) {
        if (caller.has(Role.EXPERT) || caller.has(Role.SUPERVISOR)) {
            return;
        }
        var opened = readBonds.openedLot(lot);
        var uscc = callersParty.organisation().uscc().value();
        if (!uscc.equals(opened.procuringEntity()) && !uscc.equals(opened.agency())) {
            throw BondRefusal.NOT_YOURS.refused();
        }
    }

    private static ObjectNode statement(SignedBond bond) {
        var json = CanonicalJson.object().put("sig", bond.sig());
        json.set("doc", CanonicalJson.decode(bond.doc().getBytes(StandardCharsets.UTF_8)));
        return json;
    }
}
