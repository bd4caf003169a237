package cn.qifeng.evaluation.scoring.persistence;

import cn.qifeng.evaluation.scoring.domain.StoredSheet;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of a sheet. */
@Entity
@Table(name = "sheet")
class SheetRow {

    @EmbeddedId
    SheetKey key;

    @Column(name = "commit_hash")
    String commitHash;

    @Column(name = "commit_json")
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String commitJson;

    @Column(name = "reveal_json")
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String revealJson;

    boolean voided;

    @Version
    int version;

    StoredSheet toDomain() {
        return new StoredSheet(key.member(), key.round(), commitHash, commitJson, Optional.ofNullable(revealJson));
    }
}
