package cn.qifeng.evaluation.handover.domain;

import java.time.Duration;
import java.time.Instant;

/** What people were told of the time of a handover (移交提醒), in order; stored by name. */
public enum Reminder {
    /** Nothing yet (未提醒). */
    NONE,
    /** That it is due, and until when (已通知). */
    DUE,
    /** That its time ends soon (临期). */
    SOON,
    /** That its time is over (逾期). */
    OVERDUE;

    private static final Duration BEFORE = Duration.ofHours(48);

    /** What is to be told at a moment. */
    static Reminder at(Instant now, Instant until) {
        if (now.isAfter(until)) {
            return OVERDUE;
        }
        return now.isBefore(until.minus(BEFORE)) ? DUE : SOON;
    }
}
