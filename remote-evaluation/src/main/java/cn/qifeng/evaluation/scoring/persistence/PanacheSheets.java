package cn.qifeng.evaluation.scoring.persistence;

import cn.qifeng.evaluation.scoring.domain.Sheets;
import cn.qifeng.evaluation.scoring.domain.StoredSheet;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Sheets in the database. */
@ApplicationScoped
class PanacheSheets implements Sheets, PanacheRepositoryBase<SheetRow, SheetKey> {

    @Override
    public List<StoredSheet> of(String session, int round) {
        return list("key.session = ?1 and key.round = ?2 and voided = false order by key.member", session, round)
                .stream()
                .map(SheetRow::toDomain)
                .toList();
    }

    @Override
    public Optional<StoredSheet> of(String session, int round, String member) {
        return findByIdOptional(new SheetKey(session, member, round))
                .filter(it -> !it.voided)
                .map(SheetRow::toDomain);
    }

    @Override
    public void save(String session, StoredSheet sheet) {
        var key = new SheetKey(session, sheet.member(), sheet.round());
        var known = findById(key);
        var row = known == null ? new SheetRow() : known;
        row.key = key;
        row.take(sheet);
        if (known == null) {
            persist(row);
        }
    }

    @Override
    public void voidAll(String session, String member) {
        list("key.session = ?1 and key.member = ?2", session, member).forEach(it -> it.voided = true);
    }
}
