package cn.qifeng.trading.award.persistence;

import cn.qifeng.trading.award.domain.Award;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The award of one lot: its state as JSON, and the moment in legal time for which it waits. */
@Entity(name = "Award")
@Table(name = "award")
class AwardRow {

    @Id
    @Column(name = "lot_id")
    UUID lot;

    @Column(nullable = false, length = 30)
    String state;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    @Column(nullable = false)
    String content;

    @Column(name = "due_at")
    Instant dueAt;

    @Version
    @Column(name = "row_version", nullable = false)
    int rowVersion;

    Award toDomain() {
        return AwardJson.read(content);
    }

    void take(Award award) {
        lot = award.file().lot().value();
        state = award.phase().name();
        content = AwardJson.write(award);
        dueAt = award.dueAt().orElse(null);
    }
}
