package cn.qifeng.evaluation.terminal.application;

import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.terminal.domain.SeatEvent;
import cn.qifeng.evaluation.terminal.domain.SeatEventKind;
import cn.qifeng.evaluation.terminal.domain.SeatEvents;
import cn.qifeng.kit.trail.RequestSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps what happens at the seats of a session for its watchers (席位事件记录). What was refused is kept in a transaction of
 * its own, because the refusal rolls the other back. These are no entries of the log: their times would show a sub-site
 * whose evaluation it lends seats to (docs/decisions/0330).
 */
@ApplicationScoped
class SeatJournal {

    /** A page that asks again and again from elsewhere is one event in this time. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final SeatEvents events;
    private final RequestSource source;

    SeatJournal(SeatEvents events, RequestSource source) {
        this.events = events;
        this.source = source;
    }

    /** Something that was refused. */
    void refused(SessionId session, String number, SeatEventKind kind, String seat) {
        var now = Instant.now();
        var event = new SeatEvent(session, number, kind, seat, now, source.address(), 0);
        QuarkusTransaction.requiringNew().run(() -> {
            if (!events.known(event, now.minus(QUIET))) {
                events.add(event);
            }
        });
    }

    /** Something that happened, kept in the transaction in which it did. */
    void happened(SessionId session, String number, SeatEventKind kind, String seat, long offsetMs) {
        events.add(new SeatEvent(session, number, kind, seat, Instant.now(), source.address(), offsetMs));
    }
}
