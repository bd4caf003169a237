package cn.qifeng.evaluation.scoring.domain;

import java.util.List;

/** Proposals of rejection of all sessions (否决建议库). */
public interface Rejections {

    /** All proposals of a session by number. */
    List<Rejection> of(String session);

    /** Stores a proposal, new or with one more vote. */
    void save(String session, Rejection rejection);

    /** Drops every proposal of a session whose panel changed, but those of a signed report; the log keeps all of them. */
    void voidAll(String session);

    /** The report that rests on all of them is signed. */
    void reported(String session);

    /** Lays those on which no signed report rests aside, because the decision on this fault makes them void. */
    void layAside(String session, int fault);
}
