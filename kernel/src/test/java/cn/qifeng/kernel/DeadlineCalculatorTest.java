package cn.qifeng.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Legal periods 期间")
class DeadlineCalculatorTest {

    private final DeadlineCalculator periods = new DeadlineCalculator(WorkingCalendar.shipped());

    @Test
    void doesNotCountTheDayOfTheEvent() {
        var issue = at("2026-03-01T09:00");

        assertThat(periods.atLeastDaysBetween(issue, at("2026-03-20T17:00"), 20))
                .isFalse();
        assertThat(periods.atLeastDaysBetween(issue, at("2026-03-21T00:00"), 20))
                .isTrue();
        assertThat(periods.earliestDayAfter(issue, 20)).isEqualTo(LocalDate.of(2026, 3, 21));
    }

    @Test
    void countsBackFromADeadline() {
        assertThat(periods.latestDayBefore(at("2026-12-22T09:30"), 15)).isEqualTo(LocalDate.of(2026, 12, 7));
    }

    @Test
    void endsAtMidnightOfTheLastDay() {
        assertThat(periods.endOfDays(at("2026-12-22T15:00"), 3).end()).isEqualTo(at("2026-12-26T00:00"));
    }

    @Test
    void endsAtTheStatedHour() {
        assertThat(periods.endOfDays(at("2026-12-22T15:00"), 3, LocalTime.of(17, 0))
                        .end())
                .isEqualTo(at("2026-12-25T17:00"));
    }

    @Test
    void movesAnEndOutOfAHoliday() {
        assertThat(periods.endOfDays(at("2026-09-28T10:00"), 3).end()).isEqualTo(at("2026-10-09T00:00"));
    }

    @Test
    void countsAWeekendOnWhichPeopleWork() {
        assertThat(periods.endOfWorkingDays(at("2026-10-08T10:00"), 2)).isEqualTo(at("2026-10-11T00:00"));
    }

    @Test
    void marksAnEndInAYearNotPublished() {
        assertThat(periods.endOfDays(at("2026-12-22T15:00"), 30).provisional()).isTrue();
        assertThat(periods.endOfDays(at("2026-12-22T15:00"), 3).provisional()).isFalse();
    }

    @Test
    void refusesWorkingDaysInAYearNotPublished() {
        assertThatThrownBy(() -> periods.endOfWorkingDays(at("2026-12-30T10:00"), 5))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.code()).isEqualTo(CalendarRefusal.PROVISIONAL_YEAR));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(DeadlineCalculator.ZONE).toInstant();
    }
}
