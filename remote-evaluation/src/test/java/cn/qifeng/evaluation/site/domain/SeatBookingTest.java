package cn.qifeng.evaluation.site.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kernel.Refused;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Booking of seats 席位预定")
class SeatBookingTest {

    private static final Instant NOW = Instant.parse("2026-12-01T01:00:00Z");
    private static final Instant LIMIT = NOW.plusSeconds(7200);
    private static final Span SPAN =
            new Span(Instant.parse("2026-12-02T01:00:00Z"), Instant.parse("2026-12-02T09:00:00Z"));

    @Test
    void theSiteAnswersWithinItsTimeLimitAlone() {
        assertThat(asked().confirm(LIMIT.minusSeconds(1), "p").state()).isEqualTo(BookingState.CONFIRMED);
        refused(() -> asked().confirm(LIMIT, "p"), SiteRefusal.ANSWER_OVER);
        refused(() -> asked().refuse("检修", LIMIT, "p"), SiteRefusal.ANSWER_OVER);
    }

    @Test
    void aRefusalNeedsAReason() {
        refused(() -> asked().refuse(" ", NOW, "p"), SiteRefusal.REASON_NEEDED);
        assertThat(asked().refuse("设备检修", NOW, "p").steps())
                .last()
                .isEqualTo(new SeatBooking.Step(NOW, BookingState.REFUSED, "p", "设备检修"));
    }

    @Test
    void expiresAtTheEndOfTheLimitAndNotBefore() {
        refused(() -> asked().expire(LIMIT.minusSeconds(1)), SiteRefusal.NOT_DUE);
        assertThat(asked().expire(LIMIT).state()).isEqualTo(BookingState.EXPIRED);
        refused(() -> asked().confirm(NOW, "p").expire(LIMIT), SiteRefusal.BOOKING_STATE);
    }

    @Test
    void aDecidedBookingStaysDecided() {
        var refusedBooking = asked().refuse("检修", NOW, "p");
        refused(() -> refusedBooking.confirm(NOW, "p"), SiteRefusal.BOOKING_STATE);
        refused(() -> asked().allot(NOW, "p"), SiteRefusal.BOOKING_STATE);
        refused(() -> asked().confirm(NOW, "p").end(SPAN.to().minusSeconds(1)), SiteRefusal.NOT_DUE);
    }

    @Test
    void isForWholeHalfHoursOfOneDay() {
        refused(() -> new Span(NOW.plusSeconds(60), NOW.plusSeconds(3660)), SiteRefusal.SPAN);
        refused(() -> new Span(NOW, NOW), SiteRefusal.SPAN);
        refused(() -> new Span(NOW, NOW.plusSeconds(86_400)), SiteRefusal.SPAN);
        assertThat(new Span(NOW, NOW.plusSeconds(3600)).slots()).containsExactly(NOW, NOW.plusSeconds(1800));
    }

    private static SeatBooking asked() {
        return SeatBooking.request(
                UUID.randomUUID(), SessionId.random(), SPAN, Set.of(), SampleSites.row("1", 2), LIMIT, NOW, "p");
    }

    private static void refused(ThrowingCallable act, SiteRefusal code) {
        assertThat(catchThrowableOfType(Refused.class, act).code()).isEqualTo(code);
    }
}
