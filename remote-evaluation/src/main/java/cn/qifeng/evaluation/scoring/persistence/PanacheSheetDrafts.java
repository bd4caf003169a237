package cn.qifeng.evaluation.scoring.persistence;

import cn.qifeng.evaluation.scoring.domain.SheetDraft;
import cn.qifeng.evaluation.scoring.domain.SheetDrafts;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Drafts in the database. */
@ApplicationScoped
class PanacheSheetDrafts implements SheetDrafts, PanacheRepositoryBase<SheetDraftRow, SheetKey> {

    @Override
    public Optional<SheetDraft> of(String session, int round, String member) {
        return findByIdOptional(new SheetKey(session, member, round)).map(SheetDraftRow::toDomain);
    }

    @Override
    public void save(String session, int round, String member, SheetDraft draft) {
        var key = new SheetKey(session, member, round);
        var known = findById(key);
        var row = known == null ? new SheetDraftRow() : known;
        row.key = key;
        row.take(draft);
        if (known == null) {
            persist(row);
        }
    }

    @Override
    public void dropAll(String session, String member) {
        delete("key.session = ?1 and key.member = ?2", session, member);
    }
}
