package cn.qifeng.evaluation.clarification.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** Key of a clarification. */
@Embeddable
record ClarificationKey(
        @Column(name = "session_id") String session,
        @Column(name = "number_in_session") int number) implements Serializable {}
