package cn.qifeng.evaluation.clarification.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** Key of a file of an answer. */
@Embeddable
record FileKey(
        @Column(name = "session_id") String session,
        @Column(name = "number_in_session") int number,
        String sm3) implements Serializable {}
