package cn.qifeng.evaluation.worktime.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of an evaluation time. */
@Entity
@Table(name = "evaluation_time")
class EvaluationTimeRow {

    @Id
    @Column(name = "session_id")
    String session;

    @Version
    int version;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String body;
}
