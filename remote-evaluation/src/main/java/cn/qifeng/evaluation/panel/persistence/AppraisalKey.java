package cn.qifeng.evaluation.panel.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** Evaluation and member. */
@Embeddable
record AppraisalKey(@Column(name = "session_id") String session, String expert) implements Serializable {}
