package cn.qifeng.evaluation.panel.persistence;

import cn.qifeng.evaluation.panel.domain.Appraisal.Grade;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/** Row of an appraisal. */
@Entity
@Table(name = "appraisal")
class AppraisalRow {

    @EmbeddedId
    AppraisalKey key;

    @Enumerated(EnumType.STRING)
    Grade grade;

    @Column(name = "words")
    String text;

    @Column(name = "made_by")
    String by;

    @Column(name = "made_at")
    Instant at;
}
