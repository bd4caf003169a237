package cn.qifeng.bond.bond.application;

import cn.qifeng.bond.bond.domain.Bond;
import cn.qifeng.bond.bond.domain.BondId;
import cn.qifeng.bond.bond.domain.BondRefusal;
import cn.qifeng.bond.bond.domain.Bonds;
import cn.qifeng.bond.bond.domain.OpenedLot;
import cn.qifeng.bond.bond.domain.OpenedLots;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.PartyId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Shows bonds: to their applicant always, to the others only after the opening. */
@ApplicationScoped
public class ReadBonds {

    private final Bonds bonds;
    private final OpenedLots opened;

    ReadBonds(Bonds bonds, OpenedLots opened) {
        this.bonds = bonds;
        this.opened = opened;
    }

    /** The bonds of one applicant. */
    @Transactional
    public List<Bond> ofApplicant(PartyId party) {
        return bonds.ofApplicant(party);
    }

    /** One bond; the caller decides who may see it. */
    @Transactional
    public Bond of(BondId id) {
        return bonds.of(id).orElseThrow(BondRefusal.NOT_FOUND::refused);
    }

    /** The opened lot; refuses with {@code bond/not-opened}, whether or not it exists. */
    @Transactional
    public OpenedLot openedLot(LotId lot) {
        return opened.of(lot).orElseThrow(BondRefusal.NOT_OPENED::refused);
    }

    /** Whether the bonds of a lot were opened. */
    @Transactional
    public boolean isOpened(LotId lot) {
        return opened.of(lot).isPresent();
    }

    /** The opened bonds of a lot. */
    @Transactional
    public List<Bond> ofLot(LotId lot) {
        openedLot(lot);
        return bonds.openedOf(lot);
    }
}
