package cn.qifeng.trading.award.persistence;

import cn.qifeng.kernel.LotId;
import cn.qifeng.trading.award.domain.Award;
import cn.qifeng.trading.award.domain.Awards;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Awards in the database. */
@ApplicationScoped
class PanacheAwards implements Awards, PanacheRepositoryBase<AwardRow, UUID> {

    @Override
    public Optional<Award> of(LotId lot) {
        return findByIdOptional(lot.value()).map(AwardRow::toDomain);
    }

    @Override
    public Optional<Award> locked(LotId lot) {
        return findByIdOptional(lot.value(), LockModeType.PESSIMISTIC_WRITE).map(AwardRow::toDomain);
    }

    @Override
    public void save(Award award) {
        var row = findById(award.file().lot().value());
        if (row != null) {
            row.take(award);
            return;
        }
        row = new AwardRow();
        row.take(award);
        persist(row);
    }

    @Override
    public List<LotId> due(Instant now) {
        return list("dueAt <= ?1", now).stream().map(row -> new LotId(row.lot)).toList();
    }
}
