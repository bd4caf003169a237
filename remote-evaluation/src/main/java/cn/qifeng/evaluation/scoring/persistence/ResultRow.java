package cn.qifeng.evaluation.scoring.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of a result. */
@Entity
@Table(name = "evaluation_result")
class ResultRow {

    @Id
    @Column(name = "session_id")
    String session;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String body;
}
