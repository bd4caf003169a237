package cn.qifeng.evaluation.site.application;

import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.site.domain.BookingState;
import cn.qifeng.evaluation.site.domain.Device;
import cn.qifeng.evaluation.site.domain.SeatBooking;
import cn.qifeng.evaluation.site.domain.SeatBookings;
import cn.qifeng.evaluation.site.domain.SeatChoice;
import cn.qifeng.evaluation.site.domain.SiteKind;
import cn.qifeng.evaluation.site.domain.SiteRefusal;
import cn.qifeng.evaluation.site.domain.Sites;
import cn.qifeng.evaluation.site.domain.Span;
import cn.qifeng.kit.clock.LegalClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Books seats of a site for an evaluation (主场预定席位): they are held from the request on. */
@ApplicationScoped
public class RequestSeats {

    private static final int LINES_COUNT = 16;
    private static final Set<Stage> BEFORE_SCORING = Set.of(Stage.FORMING, Stage.DRAWING, Stage.CONVENING);

    private static final List<ReentrantLock> LINES =
            Stream.generate(() -> new ReentrantLock(true)).limit(LINES_COUNT).toList();

    private final RunningSessions running;
    private final Sites sites;
    private final SeatBookings bookings;
    private final FreeSeats free;
    private final LegalClock clock;
    private final SecureRandom random = new SecureRandom();

    RequestSeats(RunningSessions running, Sites sites, SeatBookings bookings, FreeSeats free, LegalClock clock) {
        this.running = running;
        this.sites = sites;
        this.bookings = bookings;
        this.free = free;
        this.clock = clock;
    }

    /**
     * Holds so many seats, no two of them adjacent; the main site's own are confirmed at once. Requests of one site wait
     * in line before they take a connection of the database.
     *
     * @param seats how many, from 1
     */
    public SeatBooking request(SessionId session, String site, Span span, int seats, Set<Device> devices, String by) {
        var now = clock.now();
        var line = LINES.get(Math.floorMod(site.hashCode(), LINES.size()));
        line.lock();
        try {
            return QuarkusTransaction.requiringNew().call(() -> hold(session, site, span, seats, devices, now, by));
        } finally {
            line.unlock();
        }
    }

    private SeatBooking hold(
            SessionId session, String siteCode, Span span, int seats, Set<Device> devices, Instant now, String by) {
        requireFit(running.read(session), span);
        if (seats < 1) {
            throw SiteRefusal.TOO_FEW_SEATS.at("seats", seats, "at least 1");
        }
        var site = SiteLookup.lock(sites, siteCode);
        free.requireOpen(site, span, now);
        var chosen = SeatChoice.of(free.of(site, span, devices), seats, random);
        var asked = SeatBooking.request(
                UUID.randomUUID(), session, span, devices, chosen, site.answerUntil(span, now), now, by);
        var booking = site.kind() == SiteKind.MAIN ? asked.confirm(now, by) : asked;
        bookings.add(booking);
        return booking;
    }

    /** All seats of a session are for one time, and before anybody scores. */
    private void requireFit(EvaluationSession session, Span span) {
        if (!BEFORE_SCORING.contains(session.stage())) {
            throw SiteRefusal.SESSION.at("stage", session.stage(), BEFORE_SCORING);
        }
        for (SeatBooking other : bookings.of(session.id())) {
            if (other.state().holds() && !other.span().equals(span)) {
                throw SiteRefusal.SPAN.at("span", span, other.span());
            }
            if (other.state() == BookingState.ALLOTTED) {
                throw SiteRefusal.DRAWN.at("session", session.id(), "a session whose seats are not drawn");
            }
        }
    }
}
