package cn.qifeng.evaluation.adjustment.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** Key of a finding. */
@Embeddable
record FindingKey(
        @Column(name = "session_id") String session,
        @Column(name = "number_in_session") int number) implements Serializable {}
