package cn.qifeng.trading.rework.persistence;

import cn.qifeng.trading.rework.domain.ReworkState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of a re-review. */
@Entity(name = "Rework")
@Table(name = "rework")
@IdClass(ReworkRow.Key.class)
class ReworkRow {

    @Id
    @Column(name = "lot_id")
    UUID lot;

    @Id
    @Column(name = "request_no")
    int number;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 30)
    ReworkState state;

    @Column(name = "asked_at", nullable = false)
    Instant askedAt;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    @Column(nullable = false)
    String content;

    @Version
    @Column(name = "row_version", nullable = false)
    int rowVersion;

    /** Of a row. */
    record Key(UUID lot, int number) implements Serializable {}
}
