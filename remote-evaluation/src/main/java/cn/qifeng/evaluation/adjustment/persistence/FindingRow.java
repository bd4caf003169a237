package cn.qifeng.evaluation.adjustment.persistence;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of a finding on an adjustment. */
@Entity
@Table(name = "adjustment_finding")
class FindingRow {

    @EmbeddedId
    FindingKey key;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String body;

    @Version
    int version;
}
