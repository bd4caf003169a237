package cn.qifeng.evaluation.scoring.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of a result that was laid aside. */
@Entity
@Table(name = "former_result")
@IdClass(FormerResultRow.Key.class)
class FormerResultRow {

    @Id
    @Column(name = "session_id")
    String session;

    @Id
    @Column(name = "request_no")
    int number;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String body;

    /** Of a row. */
    record Key(String session, int number) implements Serializable {}
}
