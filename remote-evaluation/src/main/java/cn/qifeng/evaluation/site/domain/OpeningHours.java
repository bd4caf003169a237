package cn.qifeng.evaluation.site.domain;

import cn.qifeng.kernel.DeadlineCalculator;
import cn.qifeng.kernel.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Opening hours (开放时间) of a site, the same on every day on which it is open.
 *
 * @param restDays whether it is open on days off, too; otherwise on working days of the mainland alone
 */
public record OpeningHours(LocalTime opens, LocalTime closes, boolean restDays) {

    /** Refuses with {@link SiteRefusal#HOURS} hours that do not begin before they end, or not by the half hour. */
    public OpeningHours {
        if (opens == null || closes == null || !opens.isBefore(closes) || !half(opens) || !half(closes)) {
            throw SiteRefusal.HOURS.at("hours", opens + " ~ " + closes, "half hours, the end behind the beginning");
        }
    }

    private static boolean half(LocalTime time) {
        return time.toSecondOfDay() % Span.SLOT.toSeconds() == 0 && time.getNano() == 0;
    }

    /** Whether the site is open on this day. */
    public boolean openOn(LocalDate day, WorkingCalendar calendar) {
        return restDays || calendar.isWorkingDay(day);
    }

    /** Whether it is open during the whole of a span. */
    public boolean covers(Span span, WorkingCalendar calendar) {
        return openOn(span.day(), calendar)
                && !span.from().isBefore(at(span.day(), opens))
                && !span.to().isAfter(at(span.day(), closes));
    }

    /** The moment by which so much time has passed in which the site was open; closed hours do not count. */
    public Instant after(Instant begin, Duration length, WorkingCalendar calendar) {
        var left = length;
        for (var day = DeadlineCalculator.dayOf(begin); ; day = day.plusDays(1)) {
            var from = later(begin, at(day, opens));
            var until = at(day, closes);
            if (openOn(day, calendar) && from.isBefore(until)) {
                var here = Duration.between(from, until);
                if (here.compareTo(left) >= 0) {
                    return from.plus(left);
                }
                left = left.minus(here);
            }
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(DeadlineCalculator.ZONE).toInstant();
    }
}
