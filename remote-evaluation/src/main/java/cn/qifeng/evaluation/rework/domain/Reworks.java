package cn.qifeng.evaluation.rework.domain;

import java.util.List;

/** The re-reviews of all sessions (复评库). */
public interface Reworks {

    /** Those of a session, by number. */
    List<Rework> of(String session);

    /** Keeps a new one, or what became of it. */
    void save(String session, Rework rework);
}
