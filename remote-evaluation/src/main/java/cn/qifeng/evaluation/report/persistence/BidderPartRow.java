package cn.qifeng.evaluation.report.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of a bidder's part. */
@Entity
@Table(name = "evaluation_part")
@IdClass(BidderPartRow.Key.class)
class BidderPartRow {

    @Id
    @Column(name = "session_id")
    String session;

    @Id
    @Column(name = "bid_id")
    String bidId;

    int position;

    String sm3;

    @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
    byte[] pdf;

    boolean stored;

    /** Of a row. */
    record Key(String session, String bidId) implements Serializable {}
}
