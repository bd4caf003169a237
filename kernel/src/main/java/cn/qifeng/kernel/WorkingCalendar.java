package cn.qifeng.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Working days (工作日) of the mainland: weekends, days off and working weekend days as the State Council publishes
 * them each autumn for one year. A year whose arrangement is not published yet is <em>provisional</em>: it knows only
 * the statutory days (全国年节及纪念日放假办法) and must not decide a limit in working days.
 */
public final class WorkingCalendar {

    private final Map<Integer, Boolean> published;
    private final Map<LocalDate, Boolean> exceptions;

    /**
     * A calendar.
     *
     * @param published for every year known whether its arrangement is published
     * @param exceptions days that differ from the week: {@code true} for a working day, {@code false} for a day off
     */
    public WorkingCalendar(Map<Integer, Boolean> published, Map<LocalDate, Boolean> exceptions) {
        this.published = Map.copyOf(published);
        this.exceptions = Map.copyOf(exceptions);
    }

    /** The calendar that ships with the platform: 2026 as published, 2027 provisional. */
    public static WorkingCalendar shipped() {
        return Shipped.CALENDAR;
    }

    /** Whether people work on {@code day}; for a provisional year what is known so far. */
    public boolean isWorkingDay(LocalDate day) {
        Boolean exception = exceptions.get(day);
        if (exception != null) {
            return exception;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** Whether the arrangement of the year of {@code day} is published. */
    public boolean isPublished(LocalDate day) {
        return published.getOrDefault(day.getYear(), false);
    }

    /**
     * The {@code count}-th working day after {@code day}, which is itself not counted. Refuses with
     * {@link CalendarRefusal#PROVISIONAL_YEAR} when a day on the way is in a year not published yet.
     */
    public LocalDate plusWorkingDays(LocalDate day, int count) {
        var reached = day;
        for (int left = count; left > 0; ) {
            reached = reached.plusDays(1);
            requirePublished(reached);
            if (isWorkingDay(reached)) {
                left--;
            }
        }
        return reached;
    }

    /** {@code day} itself when people work on it, otherwise the first working day after it. */
    public LocalDate workingDayFrom(LocalDate day) {
        var reached = day;
        while (!isWorkingDay(reached)) {
            reached = reached.plusDays(1);
        }
        return reached;
    }

    private void requirePublished(LocalDate day) {
        if (!isPublished(day)) {
            throw new Refused(
                    CalendarRefusal.PROVISIONAL_YEAR,
                    Facts.field("year", day.getYear(), "a year whose holidays are published"));
        }
    }

    /** Reads lines {@code year 2026 published}, {@code 2026-01-01..2026-01-03 off}, {@code 2026-01-04 work}. */
    static WorkingCalendar read(BufferedReader lines) throws IOException {
        var years = new HashMap<Integer, Boolean>();
        var days = new TreeMap<LocalDate, Boolean>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.strip().split("\\s+");
            if (words[0].equals("year")) {
                years.put(Integer.valueOf(words[1]), words[2].equals("published"));
                continue;
            }
            String[] range = words[0].split("\\.\\.");
            var last = LocalDate.parse(range[range.length - 1]);
            for (var day = LocalDate.parse(range[0]); !day.isAfter(last); day = day.plusDays(1)) {
                days.put(day, words[1].equals("work"));
            }
        }
        return new WorkingCalendar(years, days);
    }

    /** Loaded once, on first use. */
    private static final class Shipped {

        static final WorkingCalendar CALENDAR = load();

        private static WorkingCalendar load() {
            var stream = Objects.requireNonNull(WorkingCalendar.class.getResourceAsStream("working-calendar.txt"));
            try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                return read(lines);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
