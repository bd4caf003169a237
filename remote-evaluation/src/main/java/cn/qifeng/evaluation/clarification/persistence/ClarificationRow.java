package cn.qifeng.evaluation.clarification.persistence;

import cn.qifeng.evaluation.clarification.domain.ClarificationState;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of a clarification; state and deadline stand beside the body to be searched. */
@Entity
@Table(name = "clarification")
class ClarificationRow {

    @EmbeddedId
    ClarificationKey key;

    @Enumerated(EnumType.STRING)
    ClarificationState state;

    @Column(name = "answer_until")
    Instant answerUntil;

    /** Number of the fault whose decision made it void; absent while it counts. */
    @Column(name = "void_fault")
    Integer voidFault;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String body;

    @Version
    int version;
}
