package cn.qifeng.evaluation.report.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of a report. */
@Entity
@Table(name = "evaluation_report")
class ReportRow {

    @Id
    @Column(name = "session_id")
    String session;

    String sm3;

    @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
    byte[] pdf;

    /** Absent in reports of the time before there was one. */
    @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
    byte[] docx;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String body;

    boolean stored;

    @Version
    int version;
}
