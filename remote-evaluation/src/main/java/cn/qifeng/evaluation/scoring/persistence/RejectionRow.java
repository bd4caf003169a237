package cn.qifeng.evaluation.scoring.persistence;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of a proposal of rejection. */
@Entity
@Table(name = "rejection")
class RejectionRow {

    @EmbeddedId
    RejectionKey key;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String body;

    /** Whether a signed report rests on it. */
    boolean reported;

    @Version
    int version;
}
