package cn.qifeng.evaluation.expert.persistence;

import cn.qifeng.evaluation.expert.domain.PoolHistory.Act;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Row of a change of the pool. */
@Entity
@Table(name = "expert_change")
class PoolChangeRow {

    @Id
    String id;

    String expert;

    @Column(name = "made_at")
    Instant at;

    @Column(name = "made_by")
    String by;

    @Enumerated(EnumType.STRING)
    Act act;

    String detail;
}
