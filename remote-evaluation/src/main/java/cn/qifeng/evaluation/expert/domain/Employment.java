package cn.qifeng.evaluation.expert.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;

/**
 * A unit where an expert works or worked (工作经历).
 *
 * @param until last month there; empty while it lasts
 */
public record Employment(String unit, YearMonth from, Optional<YearMonth> until) {

    /** How long a former employer counts as a tie, in years (近三年). */
    public static final int YEARS_BACK = 3;

    public Employment {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        if (until.filter(end -> end.isBefore(from)).isPresent()) {
            throw new IllegalArgumentException("ends before it begins: " + from + " to " + until);
        }
    }

    /** Whether it lasts, or ended within the last three years before this day. */
    public boolean countsOn(LocalDate day) {
        return until.map(end -> !end.isBefore(YearMonth.from(day).minusYears(YEARS_BACK)))
                .orElse(true);
    }
}
