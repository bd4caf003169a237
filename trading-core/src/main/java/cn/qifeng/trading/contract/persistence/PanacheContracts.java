package cn.qifeng.trading.contract.persistence;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.contract.domain.Contract;
import cn.qifeng.trading.contract.domain.Contracts;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** Contracts in the database. */
@ApplicationScoped
class PanacheContracts implements Contracts, PanacheRepositoryBase<ContractRow, UUID> {

    @Override
    public Optional<Contract> of(LotId lot) {
        return findByIdOptional(lot.value()).map(ContractRow::toDomain);
    }

    @Override
    public Optional<Contract> locked(LotId lot) {
        return findByIdOptional(lot.value(), LockModeType.PESSIMISTIC_WRITE).map(ContractRow::toDomain);
    }

    @Override
    public void save(Contract contract) {
        var row = findById(contract.lot().value());
        if (row != null) {
            row.take(contract);
            return;
        }
        row = new ContractRow();
        row.take(contract);
        persist(row);
    }
}
