package cn.qifeng.evaluation.scoring.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** Key of a sheet. */
@Embeddable
record SheetKey(@Column(name = "session_id") String session, String member, int round) implements Serializable {}
