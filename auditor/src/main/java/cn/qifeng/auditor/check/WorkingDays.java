package cn.qifeng.auditor.check;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Working days in China of the years whose holidays are published; of others nothing is said. */
final class WorkingDays {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Set<Integer> PUBLISHED = Set.of(2026);

    /** First and last days of holidays: notice of the State Council's office of November 2025. */
    private static final List<List<String>> OFF = List.of(
            List.of("2026-01-01", "2026-01-03"),
            List.of("2026-02-15", "2026-02-23"),
            List.of("2026-04-04", "2026-04-06"),
            List.of("2026-05-01", "2026-05-05"),
            List.of("2026-06-19", "2026-06-21"),
            List.of("2026-09-25", "2026-09-27"),
            List.of("2026-10-01", "2026-10-07"));

    private static final Set<String> WORKED =
            Set.of("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10");

    private WorkingDays() {}

    /** 24:00 of the last of these working days behind an event; empty where it reaches into a year not published. */
    static Optional<Instant> end(Instant event, int days) {
        var day = event.atZone(CHINA).toLocalDate();
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (!PUBLISHED.contains(day.getYear())) {
                return Optional.empty();
            }
            left -= works(day) ? 1 : 0;
        }
        return Optional.of(day.plusDays(1).atStartOfDay(CHINA).toInstant());
    }

    private static boolean works(LocalDate day) {
        if (WORKED.contains(day.toString())) {
            return true;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend
                && OFF.stream()
                        .noneMatch(it ->
                                !day.isBefore(LocalDate.parse(it.get(0))) && !day.isAfter(LocalDate.parse(it.get(1))));
    }
}
