package cn.qifeng.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;

/**
 * Legal periods (期间) by 民法典 §201–203: the day of the event is not counted; a period that ends on a day off ends
 * on the first working day after it, at 24:00, or when business closes if the matter states an hour. Days are those of
 * China standard time.
 */
public final class DeadlineCalculator {

    /** The time zone of the law. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final WorkingCalendar calendar;

    /** A calculator over one calendar. */
    public DeadlineCalculator(WorkingCalendar calendar) {
        this.calendar = Objects.requireNonNull(calendar, "calendar");
    }

    /** The end of a period, and whether it leans on a year whose holidays are not published yet. */
    public record PeriodEnd(Instant end, boolean provisional) {}

    /** Whether at least {@code days} calendar days lie between both events ("不得少于…日"). */
    public boolean atLeastDaysBetween(Instant event, Instant later, int days) {
        return !dayOf(later).isBefore(dayOf(event).plusDays(days));
    }

    /** The first day on which an event at least {@code days} calendar days after {@code event} may lie. */
    public LocalDate earliestDayAfter(Instant event, int days) {
        return dayOf(event).plusDays(days);
    }

    /** The last day on which an event at least {@code days} calendar days before {@code deadline} may lie. */
    public LocalDate latestDayBefore(Instant deadline, int days) {
        return dayOf(deadline).minusDays(days);
    }

    /** The end of a period of calendar days that starts by {@code event}, at 24:00 of its last day. */
    public PeriodEnd endOfDays(Instant event, int days) {
        var last = calendar.workingDayFrom(dayOf(event).plusDays(days));
        return new PeriodEnd(midnightAfter(last), !calendar.isPublished(last));
    }

    /** The end of a period of calendar days, at {@code cutoff} of its last day: business hours are stated. */
    public PeriodEnd endOfDays(Instant event, int days, LocalTime cutoff) {
        var last = calendar.workingDayFrom(dayOf(event).plusDays(days));
        return new PeriodEnd(last.atTime(cutoff).atZone(ZONE).toInstant(), !calendar.isPublished(last));
    }

    /**
     * The end of a period of working days, at 24:00 of its last day. Refuses with
     * {@link CalendarRefusal#PROVISIONAL_YEAR} when it reaches into a year that is not published.
     */
    public Instant endOfWorkingDays(Instant event, int days) {
        return midnightAfter(calendar.plusWorkingDays(dayOf(event), days));
    }

    /** The same by what is known: in a year that is not published the end is provisional. */
    public PeriodEnd knownEndOfWorkingDays(Instant event, int days) {
        var last = dayOf(event);
        for (int left = days; left > 0; left--) {
            last = calendar.workingDayFrom(last.plusDays(1));
        }
        return new PeriodEnd(midnightAfter(last), !calendar.isPublished(last));
    }

    /** The day in China on which {@code moment} lies. */
    public static LocalDate dayOf(Instant moment) {
        return moment.atZone(ZONE).toLocalDate();
    }

    private static Instant midnightAfter(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }
}
