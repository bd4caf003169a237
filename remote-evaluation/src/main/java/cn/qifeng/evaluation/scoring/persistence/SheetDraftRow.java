package cn.qifeng.evaluation.scoring.persistence;

import cn.qifeng.evaluation.scoring.domain.SheetDraft;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of a draft. */
@Entity
@Table(name = "sheet_draft")
class SheetDraftRow {

    @EmbeddedId
    SheetKey key;

    long n;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String sealed;

    @Column(name = "kept_at")
    Instant keptAt;

    SheetDraft toDomain() {
        return new SheetDraft(n, sealed, keptAt);
    }

    void take(SheetDraft draft) {
        n = draft.n();
        sealed = draft.sealed();
        keptAt = draft.keptAt();
    }
}
