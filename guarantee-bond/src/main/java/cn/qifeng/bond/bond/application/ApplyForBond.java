package cn.qifeng.bond.bond.application;

import cn.qifeng.bond.bond.domain.Application;
import cn.qifeng.bond.bond.domain.Bond;
import cn.qifeng.bond.bond.domain.BondForm;
import cn.qifeng.bond.bond.domain.BondId;
import cn.qifeng.bond.bond.domain.BondRefusal;
import cn.qifeng.bond.bond.domain.Bonds;
import cn.qifeng.bond.bond.domain.Organisation;
import cn.qifeng.bond.bond.domain.PublishedLots;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.PartyId;
import cn.qifeng.kit.clock.LegalClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** A bidder applies for a bond (申请保函); it goes to the issuer by itself. */
@ApplicationScoped
public class ApplyForBond {

    private final Bonds bonds;
    private final PublishedLots lots;
    private final LegalClock clock;

    ApplyForBond(Bonds bonds, PublishedLots lots, LegalClock clock) {
        this.bonds = bonds;
        this.lots = lots;
        this.clock = clock;
    }

    /** The bond applied for. */
    @Transactional
    public Bond apply(PartyId party, Organisation applicant, LotId lot, BondForm form) {
        var secured = lots.of(lot).orElseThrow(BondRefusal.UNKNOWN_LOT::refused);
        var application = Application.of(BondId.random(), party, applicant, secured, form, clock.now());
        var bond = new Bond.Applied(application);
        bonds.add(bond);
        return bond;
    }
}
