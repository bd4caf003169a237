package cn.qifeng.bond.bond.application;

import cn.qifeng.bond.bond.domain.Bond;
import cn.qifeng.bond.bond.domain.BondRefusal;
import cn.qifeng.bond.bond.domain.Bonds;
import cn.qifeng.bond.bond.domain.OpenedLot;
import cn.qifeng.bond.bond.domain.OpenedLots;
import cn.qifeng.bond.bond.domain.PublishedLots;
import cn.qifeng.bond.bond.domain.SecuredLot;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.Uscc;
import cn.qifeng.kit.clock.LegalClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;

/** The lot is opened (开标): its bidders' bonds are verified and become visible, the others never do. */
@ApplicationScoped
public class OpenBonds {

    private final Bonds bonds;
    private final OpenedLots opened;
    private final PublishedLots lots;
    private final VerifyBond verify;
    private final LegalClock clock;

    OpenBonds(Bonds bonds, OpenedLots opened, PublishedLots lots, VerifyBond verify, LegalClock clock) {
        this.bonds = bonds;
        this.opened = opened;
        this.lots = lots;
        this.verify = verify;
        this.clock = clock;
    }

    /** Opens the bonds of a lot whose bids came from {@code bidders}; does nothing the second time. */
    @Transactional
    public void open(LotId lot, Set<Uscc> bidders) {
        if (opened.of(lot).isPresent()) {
            return;
        }
        var secured = lots.of(lot).orElseThrow(BondRefusal.UNKNOWN_LOT::refused);
        var now = clock.now();
        opened.save(new OpenedLot(
                lot,
                secured.tender(),
                secured.procuringEntity().uscc().value(),
                secured.agency().uscc().value(),
                now,
                null));
        for (var bond : bonds.sealedFor(lot)) {
            bonds.save(opened(bond, secured, bidders));
        }
    }

    private Bond opened(Bond.Issued bond, SecuredLot lot, Set<Uscc> bidders) {
        var applicant = bond.application().applicant().uscc();
        var now = clock.now();
        return bidders.contains(applicant)
                ? bond.open(verify.verify(bond.document(), lot, applicant.value(), now), now)
                : bond.lapse(now);
    }
}
