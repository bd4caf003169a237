package cn.qifeng.evaluation.recording.domain;

import cn.qifeng.kernel.TenderId;
import java.time.Instant;
import java.util.List;

/** What was entered about an evaluation, and when (评标事件), so that a play-back can jump to it; without any content. */
public interface EvaluationSteps {

    /**
     * One entry (评标事件).
     *
     * @param type type of the entry, docs/evidence.md section 9
     * @param at machine time
     */
    record Step(String type, Instant at) {}

    /** Remembers an entry. */
    void add(TenderId tender, Step step);

    /** All of a tender, in their order. */
    List<Step> of(TenderId tender);
}
