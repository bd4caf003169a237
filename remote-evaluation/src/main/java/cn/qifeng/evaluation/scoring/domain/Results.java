package cn.qifeng.evaluation.scoring.domain;

import java.util.Optional;

/** Results of concluded reviews (评审结果库). */
public interface Results {

    /** The result of a session. */
    Optional<EvaluationResult> of(String session);

    /** The result that was laid aside when this re-review began. */
    Optional<EvaluationResult> former(String session, int rework);

    /** Lays the result of a session aside, because this re-review begins; it was stored before. */
    void layAside(String session, int rework);

    /** Lays the result aside, if there is one, because the decision on this fault makes it void. */
    void voided(String session, int fault);

    /** Stores a result, once. */
    void add(String session, EvaluationResult result);
}
