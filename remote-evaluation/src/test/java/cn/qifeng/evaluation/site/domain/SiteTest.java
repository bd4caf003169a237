package cn.qifeng.evaluation.site.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.DeadlineCalculator;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Site with rooms and seats 场所、房间与席位")
class SiteTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.shipped();
    private static final OpeningHours OFFICE = new OpeningHours(LocalTime.of(9, 0), LocalTime.of(17, 0), false);

    @Test
    void countsTheTimeLimitInOpeningHoursOfWorkingDays() {
        var fridayAfternoon = china("2026-11-27T16:00");
        assertThat(OFFICE.after(fridayAfternoon, Duration.ofHours(1), CALENDAR)).isEqualTo(china("2026-11-27T17:00"));
        assertThat(OFFICE.after(fridayAfternoon, Duration.ofHours(2), CALENDAR)).isEqualTo(china("2026-11-30T10:00"));
        assertThat(OFFICE.after(china("2026-11-28T03:00"), Duration.ofMinutes(30), CALENDAR))
                .isEqualTo(china("2026-11-30T09:30"));
    }

    @Test
    void answersBeforeTheSeatsAreUsedWhateverItsLimit() {
        var site = SampleSites.site("S", SiteKind.SUB, OFFICE, List.of());
        var span = new Span(china("2026-12-02T09:30"), china("2026-12-02T12:00"));
        assertThat(site.answerUntil(span, china("2026-12-02T09:10"))).isEqualTo(span.from());
        assertThat(site.answerUntil(span, china("2026-12-01T09:10"))).isEqualTo(china("2026-12-01T10:10"));
    }

    @Test
    void isOpenForASpanOnlyWithinItsHours() {
        assertThat(OFFICE.covers(new Span(china("2026-12-02T09:00"), china("2026-12-02T17:00")), CALENDAR))
                .isTrue();
        assertThat(OFFICE.covers(new Span(china("2026-12-02T08:30"), china("2026-12-02T12:00")), CALENDAR))
                .isFalse();
        assertThat(OFFICE.covers(new Span(china("2026-12-05T09:00"), china("2026-12-05T12:00")), CALENDAR))
                .isFalse();
    }

    @Test
    void aPlanHasEachSeatOnceAndWithinTheRoom() {
        refused(
                () -> plan(new VenueSeat("01", 1, 1, ""), new VenueSeat("01", 1, 2, ""))
                        .check(),
                SiteRefusal.PLAN);
        refused(
                () -> plan(new VenueSeat("01", 1, 1, ""), new VenueSeat("02", 1, 1, ""))
                        .check(),
                SiteRefusal.PLAN);
        refused(() -> plan(new VenueSeat("01", 3, 1, "")).check(), SiteRefusal.PLAN);
        refused(() -> plan(new VenueSeat("a b", 1, 1, "")).check(), SiteRefusal.CODE);
        plan(new VenueSeat("01", 1, 1, ""), new VenueSeat("02", 2, 2, "")).check();
    }

    @Test
    void choosesSeatsOfWhichNoTwoAreAdjacent() {
        var free = SampleSites.always("S", SiteKind.SUB, "oooo", "oooo", "oooo").places(Set.of());
        assertThat(SeatChoice.capacity(free)).isEqualTo(4);
        for (int seed = 0; seed < 50; seed++) {
            var chosen = SeatChoice.of(free, 4, new Random(seed));
            assertThat(chosen)
                    .hasSize(4)
                    .allSatisfy(one ->
                            assertThat(chosen).filteredOn(other -> other != one).noneMatch(one::adjacent));
        }
        refused(() -> SeatChoice.of(free, 5, new Random(1)), SiteRefusal.TOO_FEW_SEATS);
    }

    @Test
    void seatsCornerToCornerAreAdjacentAndThoseOfOtherRoomsAreNot() {
        var seat = new SeatPlace("S", "1", "01", 2, 2);
        assertThat(seat.adjacent(new SeatPlace("S", "1", "02", 3, 3))).isTrue();
        assertThat(seat.adjacent(new SeatPlace("S", "1", "02", 2, 4))).isFalse();
        assertThat(seat.adjacent(new SeatPlace("S", "2", "02", 2, 3))).isFalse();
    }

    private static Site plan(VenueSeat... seats) {
        var room = new Room("1", "评标室", 2, 2, Set.of(), List.of(seats));
        return SampleSites.site("S", SiteKind.SUB, OFFICE, List.of(room));
    }

    private static Instant china(String time) {
        return LocalDateTime.parse(time).atZone(DeadlineCalculator.ZONE).toInstant();
    }

    private static void refused(ThrowingCallable act, SiteRefusal code) {
        assertThat(catchThrowableOfType(Refused.class, act).code()).isEqualTo(code);
    }
}
