package cn.qifeng.evaluation.fault.domain;

import java.time.Duration;
import java.time.Instant;

/** What people were told of the time of a fault (故障告知), in order; stored by name. */
public enum FaultNotice {
    /** Nothing yet (未告知). */
    NONE,
    /** That it was reported (已告知故障). */
    REPORTED,
    /** That its limit comes near (时限将至). */
    SOON,
    /** That its limit passed, and that it waits for a decision (时限已过). */
    PASSED;

    /** How long before the limit people are told that it comes near. */
    private static final Duration BEFORE = Duration.ofMinutes(30);

    /** What is to be told of a fault that is neither cleared nor decided. */
    static FaultNotice at(Instant now, Instant until) {
        if (now.isAfter(until)) {
            return PASSED;
        }
        return now.isBefore(until.minus(BEFORE)) ? REPORTED : SOON;
    }
}
