package cn.qifeng.evaluation.handover.domain;

import cn.qifeng.kernel.DeadlineCalculator;
import cn.qifeng.kernel.WorkingCalendar;
import java.time.Instant;

/**
 * Period within which a sub-site hands over (移交期限): working days behind the end of the evaluation, up to 24:00.
 *
 * @param provisional whether it leans on a year whose holidays are not published
 */
public record HandoverTerm(Instant until, boolean provisional) {

    /** The period of {@code days} working days that begins with the end of an evaluation. */
    public static HandoverTerm of(Instant endedAt, int days) {
        var end = new DeadlineCalculator(WorkingCalendar.shipped()).knownEndOfWorkingDays(endedAt, days);
        return new HandoverTerm(end.end(), end.provisional());
    }
}
