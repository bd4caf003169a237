package cn.qifeng.evaluation.attendance.application;

import cn.qifeng.evaluation.attendance.domain.Attendance;
import cn.qifeng.evaluation.attendance.domain.FeeRules;
import java.util.List;

/**
 * Attendances of one evaluation with the standard of fees (签到与劳务费表).
 *
 * @param evaluation name of what was evaluated
 * @param lotCode code of the lot
 */
public record AttendanceSheet(String evaluation, String lotCode, FeeRules rules, List<Attendance> lines) {
    public AttendanceSheet {
        lines = List.copyOf(lines);
    }

    /** Sum of all fees in fen. */
    public long totalFen() {
        return lines.stream().mapToLong(it -> rules.fee(it).orElse(0L)).sum();
    }
}
