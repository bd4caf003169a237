package cn.qifeng.evaluation.site.application;

import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.site.domain.BookingState;
import cn.qifeng.evaluation.site.domain.SeatAllotments;
import cn.qifeng.evaluation.site.domain.SeatBooking;
import cn.qifeng.evaluation.site.domain.SeatBookings;
import cn.qifeng.evaluation.site.domain.SeatPlace;
import cn.qifeng.evaluation.site.domain.SiteRefusal;
import cn.qifeng.evaluation.site.domain.Span;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kit.clock.LegalClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets a member of a session with booked seats check in during the booked time and with a seat alone (按席位、按时段签到). A
 * session without bookings is held in the centre's one room, and nothing is asked here.
 */
@ApplicationScoped
public class CheckInAtSeat {

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

    /**
     * Where a member is called to (派席结果).
     *
     * @param place its own seat
     * @param sites codes of all sites at which this evaluation takes place
     */
    public record Called(SeatPlace place, Set<String> sites) {}

    /**
     * The seat at which this member checks in now; empty when the session has no booked seats. Refuses with
     * {@code site/not-allotted} and {@code site/outside-time}.
     */
    public Optional<Called> require(EvaluationSession session, Seat seat) {
        var all = bookings.of(session.id());
        var held = all.stream().filter(it -> it.state().holds()).findFirst();
        if (held.isPresent()) {
            var called = called(session, seat, held.get().state());
            if (called.isEmpty()) {
                throw SiteRefusal.NOT_ALLOTTED.at("seat", seat.number(), "a seat by the draw");
            }
            requireTime(held.get().span());
            return called;
        }
        all.stream()
                .filter(it -> it.state() == BookingState.ENDED)
                .map(SeatBooking::span)
                .findFirst()
                .ifPresent(this::requireTime);
        return Optional.empty();
    }

    private Optional<Called> called(EvaluationSession session, Seat seat, BookingState state) {
        if (state != BookingState.ALLOTTED) {
            return Optional.empty();
        }
        return allotments
                .of(session.id())
                .flatMap(allotment -> allotment
                        .placeOf(seat.number())
                        .map(place -> new Called(
                                place,
                                allotment.pool().stream().map(SeatPlace::site).collect(Collectors.toSet()))));
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
