package cn.qifeng.evaluation.hall.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.time.Instant;
import java.util.List;

/** Warnings as the platform keeps them (见证提醒库). */
public interface Warnings {

    /** All of a session, in order. */
    List<Warning> of(SessionId session);

    /** Adds one that nobody acknowledged yet. */
    void add(Warning warning);

    /** A member acknowledged one. */
    void seen(SessionId session, int number, String member, Instant at);
}
