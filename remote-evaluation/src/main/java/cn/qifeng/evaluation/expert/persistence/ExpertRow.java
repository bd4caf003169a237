package cn.qifeng.evaluation.expert.persistence;

import cn.qifeng.evaluation.expert.domain.ExpertState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of an expert. */
@Entity
@Table(name = "expert")
class ExpertRow {

    @Id
    @Column(name = "number_in_pool")
    String number;

    String name;

    @Enumerated(EnumType.STRING)
    ExpertState state;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String profile;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String account;

    @Version
    int version;
}
