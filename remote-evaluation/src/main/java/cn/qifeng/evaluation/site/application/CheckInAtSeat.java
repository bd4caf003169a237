package cn.qifeng.evaluation.site.application;

import cn.qifeng.evaluation.panel.domain.CheckInGate;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.site.domain.BookingState;
import cn.qifeng.evaluation.site.domain.SeatAllotments;
import cn.qifeng.evaluation.site.domain.SeatBooking;
import cn.qifeng.evaluation.site.domain.SeatBookings;
import cn.qifeng.evaluation.site.domain.SiteRefusal;
import cn.qifeng.evaluation.site.domain.Span;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kit.clock.LegalClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Lets a member of a session with booked seats check in during the booked time and with a seat alone (按席位、按时段签到). A
 * session without bookings is held in the centre's one room, and nothing is asked here.
 */
@ApplicationScoped
class CheckInAtSeat implements CheckInGate {

    /** The doors open so long before the booked time. */
    static final Duration EARLY = Duration.ofMinutes(30);

    private final SeatBookings bookings;
    private final SeatAllotments allotments;
    private final LegalClock clock;

    CheckInAtSeat(SeatBookings bookings, SeatAllotments allotments, LegalClock clock) {
        this.bookings = bookings;
        this.allotments = allotments;
        this.clock = clock;
    }

    @Override
    public void require(EvaluationSession session, Seat seat) {
        var all = bookings.of(session.id());
        var held = all.stream().filter(it -> it.state().holds()).findFirst();
        if (held.isPresent()) {
            boolean placed = held.get().state() == BookingState.ALLOTTED
                    && allotments
                            .of(session.id())
                            .flatMap(it -> it.placeOf(seat.number()))
                            .isPresent();
            if (!placed) {
                throw SiteRefusal.NOT_ALLOTTED.at("seat", seat.number(), "a seat by the draw");
            }
            requireTime(held.get().span());
            return;
        }
        all.stream()
                .filter(it -> it.state() == BookingState.ENDED)
                .map(SeatBooking::span)
                .findFirst()
                .ifPresent(this::requireTime);
    }

    private void requireTime(Span span) {
        var now = clock.now();
        var begins = span.from().minus(EARLY);
        if (now.isBefore(begins) || !now.isBefore(span.to())) {
            var facts = Facts.field("span", now, begins + " ~ " + span.to());
            throw SiteRefusal.OUTSIDE_TIME.with(
                    now.isBefore(begins) ? facts.earliest(begins).map() : facts.map());
        }
    }
}
