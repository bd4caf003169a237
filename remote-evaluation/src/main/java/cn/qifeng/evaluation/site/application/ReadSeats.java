package cn.qifeng.evaluation.site.application;

import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SeatState;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.site.domain.BookingState;
import cn.qifeng.evaluation.site.domain.SeatAllotment;
import cn.qifeng.evaluation.site.domain.SeatAllotment.Placed;
import cn.qifeng.evaluation.site.domain.SeatAllotments;
import cn.qifeng.evaluation.site.domain.SeatBooking;
import cn.qifeng.evaluation.site.domain.SeatBookings;
import cn.qifeng.evaluation.site.domain.SeatPlace;
import cn.qifeng.evaluation.site.domain.Site;
import cn.qifeng.evaluation.site.domain.Sites;
import cn.qifeng.evaluation.site.domain.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shows the seats of a session: to a member its own from check-in on, to main site and supervisor who is there. */
@ApplicationScoped
public class ReadSeats {

    private static final Set<SeatState> HERE = Set.of(SeatState.CHECKED_IN, SeatState.SEATED);

    private final RunningSessions running;
    private final SeatBookings bookings;
    private final SeatAllotments allotments;
    private final Sites sites;

    ReadSeats(RunningSessions running, SeatBookings bookings, SeatAllotments allotments, Sites sites) {
        this.running = running;
        this.bookings = bookings;
        this.allotments = allotments;
        this.sites = sites;
    }

    /**
     * What a member is told of its seat (席位卡): whether the evaluation takes place at seats and when, and from check-in
     * on where it sits.
     */
    public record Card(boolean atSeats, Optional<Span> span, Optional<Site> site, Optional<SeatPlace> place) {}

    /**
     * What main site and supervisor see (派席情况).
     *
     * @param whole whether everybody is there: then pool and order are shown, and anybody can replay them
     */
    public record Allotted(SeatAllotment allotment, List<Placed> here, int members, boolean whole) {}

    /** The card of a member. */
    @Transactional
    public Card card(SessionId id, String person) {
        var session = running.read(id);
        var seat = RunningSessions.seatOf(session, person);
        var booked = bookings.of(id).stream()
                .filter(it -> it.state().holds() || it.state() == BookingState.ENDED)
                .map(SeatBooking::span)
                .findFirst();
        if (booked.isEmpty()) {
            return new Card(false, booked, Optional.empty(), Optional.empty());
        }
        var place = HERE.contains(seat.state())
                ? allotments.of(id).flatMap(it -> it.placeOf(seat.number()))
                : Optional.<SeatPlace>empty();
        return new Card(true, booked, place.map(it -> SiteLookup.find(sites, it.site())), place);
    }

    /** The allotment of a session, if seats were drawn. */
    @Transactional
    public Optional<Allotted> allotted(SessionId id) {
        var session = running.read(id);
        return allotments.of(id).map(it -> allotted(session, it));
    }

    private static Allotted allotted(EvaluationSession session, SeatAllotment allotment) {
        var members = session.panel().occupied();
        var here = allotment.placed().stream()
                .filter(it -> members.stream()
                        .anyMatch(seat -> seat.number().equals(it.number()) && HERE.contains(seat.state())))
                .toList();
        boolean whole = !here.isEmpty() && here.size() == session.panel().size();
        return new Allotted(allotment, here, members.size(), whole);
    }
}
