package cn.qifeng.evaluation.site.application;

import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.site.domain.BookingState;
import cn.qifeng.evaluation.site.domain.SeatBooking;
import cn.qifeng.evaluation.site.domain.SeatBookings;
import cn.qifeng.evaluation.site.domain.SiteRefusal;
import cn.qifeng.evaluation.site.domain.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Shows bookings (预定查询): before a sub-site time, seats and devices, and nothing of whose evaluation it is. */
@ApplicationScoped
public class ReadBookings {

    private final SeatBookings bookings;
    private final Sites sites;
    private final RunningSessions running;

    ReadBookings(SeatBookings bookings, Sites sites, RunningSessions running) {
        this.bookings = bookings;
        this.sites = sites;
        this.running = running;
    }

    /** Bookings whose time lies in a period, by beginning. */
    @Transactional
    public List<BookingLine> between(SiteReader reader, Instant from, Instant to) {
        return bookings.between(from, to).stream()
                .map(it -> line(reader, it))
                .filter(it -> reader.sees(it.site()))
                .toList();
    }

    /** Bookings of a session, in the order of their requests. */
    @Transactional
    public List<BookingLine> of(SiteReader reader, SessionId session) {
        return bookings.of(session).stream().map(it -> line(reader, it)).toList();
    }

    /** Bookings of a session whose seats went into a draw, in the order of their requests, whatever became of them. */
    @Transactional
    public List<BookingLine> drawn(SessionId session) {
        return of(SiteReader.whole(""), session).stream()
                .filter(it -> it.booking().steps().stream().anyMatch(step -> step.state() == BookingState.ALLOTTED))
                .toList();
    }

    /** One booking of a site for which the reader answers; others are unknown to it. */
    @Transactional
    public SeatBooking own(SiteReader reader, UUID id) {
        var booking =
                bookings.find(id).orElseThrow(() -> SiteRefusal.NOT_FOUND.at("booking", id, "a booking of its own"));
        if (!reader.answersFor(SiteLookup.find(sites, booking.site()))) {
            throw SiteRefusal.NOT_FOUND.at("booking", id, "a booking of its own");
        }
        return booking;
    }

    /** One booking as its reader may see it. */
    @Transactional
    public BookingLine line(SiteReader reader, SeatBooking booking) {
        var site = SiteLookup.find(sites, booking.site());
        boolean whole = reader.whole();
        return new BookingLine(
                booking,
                site,
                reader.answersFor(site),
                whole ? booking.session().toString() : "",
                whole ? running.read(booking.session()).order().name() : "");
    }
}
