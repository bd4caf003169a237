package cn.qifeng.bond.bond.persistence;

import cn.qifeng.bond.bond.domain.Bond;
import cn.qifeng.bond.bond.domain.BondState;
import cn.qifeng.bond.vault.Vault;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** One bond; everything that names a lot or a bidder is encrypted or an HMAC until the lot is opened. */
@Entity
@Table(name = "bond")
class BondRow {

    @Id
    @Column(length = 36)
    String id;

    @Column(name = "lot_ref")
    String lotRef;

    @Column(name = "applicant_ref")
    String applicantRef;

    /** Unique while the bond is alive, {@code null} once it is declined. */
    @Column(name = "live_ref")
    String liveRef;

    @Enumerated(EnumType.STRING)
    BondState state;

    /** The lot, from the opening on. */
    @Column(name = "opened_lot")
    String openedLot;

    byte[] content;

    @Version
    int version;

    UUID uuid() {
        return UUID.fromString(id);
    }

    Bond toDomain(Vault vault) {
        return BondJson.read(vault.open(uuid(), content));
    }

    void take(Bond bond, Vault vault) {
        state = BondState.of(bond);
        content = vault.seal(bond.id().value(), BondJson.write(bond));
        if (bond instanceof Bond.Declined || bond instanceof Bond.Released || bond instanceof Bond.Unused) {
            liveRef = null;
        }
        if (bond instanceof Bond.Opened) {
            openedLot = bond.application().lot().lot().toString();
        }
    }
}
