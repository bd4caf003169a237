package cn.qifeng.evaluation.scoring.domain;

import java.util.List;

/** Proposals of rejection of all sessions (否决建议库). */
public interface Rejections {

    /** All proposals of a session by number. */
    List<Rejection> of(String session);

    /** Stores a proposal, new or with one more vote. */
    void save(String session, Rejection rejection);

    /** Drops every proposal of a session whose panel changed; what was decided stays in the log. */
    void voidAll(String session);
}
