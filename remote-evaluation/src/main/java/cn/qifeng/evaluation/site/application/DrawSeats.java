package cn.qifeng.evaluation.site.application;

import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.site.domain.BookingState;
import cn.qifeng.evaluation.site.domain.SeatAllotment;
import cn.qifeng.evaluation.site.domain.SeatAllotments;
import cn.qifeng.evaluation.site.domain.SeatBooking;
import cn.qifeng.evaluation.site.domain.SeatBookings;
import cn.qifeng.evaluation.site.domain.SeatPlace;
import cn.qifeng.evaluation.site.domain.SiteRefusal;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.kit.outbox.Outbox;
import cn.qifeng.kit.service.Services;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * Draws sub-sites and seats (抽取副场与席位) out of all that were confirmed. The draw is the replayable one of trading-core
 * between the members of the session's key set, over numbers alone, so that the log tells no site whose seats they are. Which number is which seat is chosen at random and fixed in the chain
 * before the draw: whoever knows the booked seats cannot tell from the result who will sit where.
 */
@ApplicationScoped
public class DrawSeats {

    private final RunningSessions running;
    private final SeatBookings bookings;
    private final SeatAllotments allotments;
    private final Outbox outbox;
    private final SiteEntries entries;
    private final LegalClock clock;
    private final SecureRandom random = new SecureRandom();

    DrawSeats(
            RunningSessions running,
            SeatBookings bookings,
            SeatAllotments allotments,
            Outbox outbox,
            SiteEntries entries,
            LegalClock clock) {
        this.running = running;
        this.bookings = bookings;
        this.allotments = allotments;
        this.outbox = outbox;
        this.entries = entries;
        this.clock = clock;
    }

    /** Writes all bookings with their seats into the chain and opens the draw behind them. */
    @Transactional
    public SeatAllotment open(SessionId id, String by) {
        var session = running.lockEvenFrozen(id);
        var all = bookings.of(id).stream()
                .map(it -> bookings.lock(it.id()).orElseThrow())
                .toList();
        var set = session.ceremony()
                .set()
                .orElseThrow(() -> SiteRefusal.SESSION.at("stage", session.stage(), "a session with its key set"));
        var confirmed = confirmed(all, session);
        var now = clock.now();
        confirmed.forEach(it -> bookings.save(it.allot(now, by)));
        var pool = new ArrayList<SeatPlace>();
        confirmed.forEach(it -> pool.addAll(it.seats()));
        Collections.shuffle(pool, random);
        var allotment = SeatAllotment.drawing(UUID.randomUUID(), id, pool);
        allotments.of(id).ifPresent(former -> allotments.close(former.draw()));
        allotments.save(allotment);
        entries.booked(session, allotment, all);
        var tender = session.order().tender();
        outbox.send(Services.TRADING_CORE, "/internal/draws", tender.toString(), draw(session, allotment, set));
        return allotment;
    }

    private static List<SeatBooking> confirmed(List<SeatBooking> all, EvaluationSession session) {
        for (SeatBooking booking : all) {
            if (booking.state() == BookingState.ALLOTTED) {
                throw SiteRefusal.DRAWN.at("session", session.id(), "a session whose seats are not drawn");
            }
            if (booking.state() == BookingState.REQUESTED) {
                throw SiteRefusal.WAITING.at("booking", booking.site(), "answered by " + booking.answerUntil());
            }
        }
        var confirmed =
                all.stream().filter(it -> it.state() == BookingState.CONFIRMED).toList();
        int seats = confirmed.stream().mapToInt(it -> it.seats().size()).sum();
        int needed = session.order().panel().size();
        if (seats < needed) {
            throw SiteRefusal.POOL.at("seats", seats, needed);
        }
        return confirmed;
    }

    private static ObjectNode draw(EvaluationSession session, SeatAllotment allotment, String set) {
        int size = allotment.pool().size();
        var body = CanonicalJson.object()
                .put("id", allotment.draw().toString())
                .put("tender", session.order().tender().toString())
                .put("purpose", "SEATS")
                .put("picks", size)
                .put("set", set);
        var pool = body.putArray("pool");
        for (int n = 1; n <= size; n++) {
            pool.add(String.valueOf(n));
        }
        var parties = body.putArray("parties");
        session.order().trustees().forEach(it -> parties.add(it.certificateId()));
        return body;
    }
}
