package cn.qifeng.evaluation.expert.persistence;

import cn.qifeng.evaluation.expert.domain.Application;
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

/** Row of an application for the pool. */
@Entity
@Table(name = "expert_application")
class ApplicationRow {

    @Id
    String id;

    String person;

    @Enumerated(EnumType.STRING)
    Application.State state;

    @Column(name = "made_at")
    Instant madeAt;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String body;

    @Version
    int version;
}
