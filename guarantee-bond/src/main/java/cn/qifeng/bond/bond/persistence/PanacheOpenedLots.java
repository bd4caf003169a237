package cn.qifeng.bond.bond.persistence;

import cn.qifeng.bond.bond.domain.OpenedLot;
import cn.qifeng.bond.bond.domain.OpenedLots;
import cn.qifeng.kernel.LotId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Opened lots in the database. */
@ApplicationScoped
class PanacheOpenedLots implements OpenedLots, PanacheRepositoryBase<OpenedLotRow, String> {

    @Override
    public Optional<OpenedLot> of(LotId lot) {
        return findByIdOptional(lot.toString()).map(OpenedLotRow::toDomain);
    }

    @Override
    public void save(OpenedLot lot) {
        var row = findByIdOptional(lot.lot().toString()).orElseGet(OpenedLotRow::new);
        boolean isNew = row.lot == null;
        row.take(lot);
        if (isNew) {
            persist(row);
        }
    }
}
