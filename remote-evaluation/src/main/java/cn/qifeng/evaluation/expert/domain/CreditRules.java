package cn.qifeng.evaluation.expert.domain;

import cn.qifeng.kernel.WorkingCalendar;
import java.time.LocalDate;

/**
 * How conduct becomes credit (信用评价规则). All figures are the library's to choose; no national rule gives them.
 *
 * @param base points of an expert without events
 * @param suspendedBelow below this an expert is suspended
 * @param suspendedMonths for how long
 * @param cycleMonths how long an event counts
 * @param objectionDays working days for an objection, the day of the notice not counted
 */
public record CreditRules(int base, int suspendedBelow, int suspendedMonths, int cycleMonths, int objectionDays) {

    /** Last day for an objection against an event recorded on this day; of a provisional year by what is known so far. */
    public LocalDate objectionUntil(LocalDate recorded, WorkingCalendar calendar) {
        var reached = recorded;
        for (int left = objectionDays; left > 0; ) {
            reached = reached.plusDays(1);
            if (calendar.isWorkingDay(reached)) {
                left--;
            }
        }
        return reached;
    }
}
