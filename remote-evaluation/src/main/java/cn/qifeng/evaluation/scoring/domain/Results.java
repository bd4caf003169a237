package cn.qifeng.evaluation.scoring.domain;

import java.util.Optional;

/** Results of concluded reviews (评审结果库). */
public interface Results {

    /** The result of a session. */
    Optional<EvaluationResult> of(String session);

    /** Stores a result, once. */
    void add(String session, EvaluationResult result);
}
