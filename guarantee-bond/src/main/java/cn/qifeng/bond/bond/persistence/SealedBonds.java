package cn.qifeng.bond.bond.persistence;

import cn.qifeng.bond.bond.domain.Bond;
import cn.qifeng.bond.bond.domain.BondId;
import cn.qifeng.bond.bond.domain.BondRefusal;
import cn.qifeng.bond.bond.domain.BondState;
import cn.qifeng.bond.bond.domain.Bonds;
import cn.qifeng.bond.vault.Vault;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.PartyId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The bonds in the database, each encrypted by the vault. */
@ApplicationScoped
class SealedBonds implements Bonds, PanacheRepositoryBase<BondRow, String> {

    private final Vault vault;

    SealedBonds(Vault vault) {
        this.vault = vault;
    }

    @Override
    public void add(Bond.Applied bond) {
        var application = bond.application();
        var lot = application.lot().lot();
        var row = new BondRow();
        row.id = bond.id().toString();
        row.lotRef = vault.lotRef(lot, bond.id().value());
        row.applicantRef = vault.applicantRef(application.party().value());
        row.liveRef = vault.liveRef(lot, application.party().value());
        if (count("liveRef", row.liveRef) > 0) {
            throw BondRefusal.APPLIED_BEFORE.refused();
        }
        row.take(bond, vault);
        persist(row);
    }

    @Override
    public Optional<Bond> of(BondId id) {
        return findByIdOptional(id.toString()).map(row -> row.toDomain(vault));
    }

    @Override
    public Optional<Bond> locked(BondId id) {
        return findByIdOptional(id.toString(), LockModeType.PESSIMISTIC_WRITE).map(row -> row.toDomain(vault));
    }

    @Override
    public void save(Bond bond) {
        findByIdOptional(bond.id().toString()).orElseThrow().take(bond, vault);
    }

    @Override
    public List<Bond> ofApplicant(PartyId party) {
        return list("applicantRef", vault.applicantRef(party.value())).stream()
                .map(row -> row.toDomain(vault))
                .sorted(Comparator.comparing((Bond bond) -> bond.application().appliedAt())
                        .reversed())
                .toList();
    }

    @Override
    public List<BondId> applied() {
        return list("state", BondState.APPLIED).stream()
                .map(row -> BondId.of(row.id))
                .toList();
    }

    @Override
    public List<Bond.Issued> sealedFor(LotId lot) {
        return list("state", BondState.ISSUED).stream()
                .filter(row -> row.lotRef.equals(vault.lotRef(lot, row.uuid())))
                .map(row -> (Bond.Issued) row.toDomain(vault))
                .toList();
    }

    @Override
    public List<Bond> openedOf(LotId lot) {
        return list("openedLot", lot.toString()).stream()
                .map(row -> row.toDomain(vault))
                .toList();
    }
}
