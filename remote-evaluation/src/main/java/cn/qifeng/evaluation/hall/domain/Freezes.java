package cn.qifeng.evaluation.hall.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.util.List;

/** Freezes as the platform keeps them (冻结记录库). */
public interface Freezes {

    /** All of a session, in order. */
    List<Freeze> of(SessionId session);

    /** Adds one that begins. */
    void add(Freeze freeze);

    /** Stores how one ended. */
    void save(Freeze freeze);
}
