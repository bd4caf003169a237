package cn.qifeng.evaluation.panel.persistence;

import cn.qifeng.evaluation.panel.domain.Stage;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of a session. */
@Entity
@Table(name = "evaluation_session")
class SessionRow {

    @Id
    String id;

    String tender;

    String lot;

    @Enumerated(EnumType.STRING)
    Stage stage;

    int round;

    @Column(name = "order_json")
    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String orderJson;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String ceremony;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String panel;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String screening;

    @Column(name = "made_at")
    Instant madeAt;

    @Version
    int version;
}
