package cn.qifeng.evaluation.fault.domain;

import java.time.Duration;
import java.time.Instant;

/** Whether a fault began before the panel was complete or while it worked (故障阶段); stored by name. */
public enum FaultPhase {
    /** Before the evaluation began (评标开始前). */
    BEFORE_START,
    /** While the panel worked (评标过程中). */
    DURING;

    /**
     * Until when a fault is cleared without a decision.
     *
     * @param from when it began
     * @param plannedStart when the seats were booked from
     */
    Instant until(Instant from, Instant plannedStart, Duration limit) {
        var base = this == BEFORE_START && plannedStart.isAfter(from) ? plannedStart : from;
        return base.plus(limit);
    }
}
