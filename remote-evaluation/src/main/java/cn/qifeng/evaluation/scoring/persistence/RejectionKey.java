package cn.qifeng.evaluation.scoring.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** Key of a proposal. */
@Embeddable
record RejectionKey(
        @Column(name = "session_id") String session,
        @Column(name = "number_in_session") int number) implements Serializable {}
