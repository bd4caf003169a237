package cn.qifeng.evaluation.expert.domain;

import java.util.List;
import java.util.Optional;

/** The pool of experts (专家库). */
public interface Experts {

    /** All experts in the order of their numbers. */
    List<Expert> all();

    /** One expert by number. */
    Optional<Expert> byNumber(String number);

    /** Stores an expert, new or changed. */
    void save(Expert expert);
}
