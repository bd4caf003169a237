package cn.qifeng.evaluation.panel.persistence;

import cn.qifeng.evaluation.panel.domain.CallState;
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

/** Row of a call. */
@Entity
@Table(name = "expert_call")
class CallRow {

    @Id
    String id;

    @Column(name = "session_id")
    String session;

    @Column(name = "number_in_pool")
    String number;

    @Enumerated(EnumType.STRING)
    CallState state;

    @Column(name = "called_at")
    Instant calledAt;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String body;

    @Version
    int version;
}
