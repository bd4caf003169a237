package cn.qifeng.evaluation.adjustment.domain;

import java.util.List;

/** Findings of all sessions (认定库). */
public interface AdjustmentFindings {

    /** All findings of a session by number. */
    List<AdjustmentFinding> of(String session);

    /** Lays all of a session aside, because the decision on this fault makes them void. */
    void layAside(String session, int fault);

    /** Stores a finding, new or with one more vote. */
    void save(String session, AdjustmentFinding finding);
}
