package cn.qifeng.evaluation.site.application;

import cn.qifeng.evaluation.site.domain.SeatAllotments;
import cn.qifeng.evaluation.site.domain.SeatBookings;
import cn.qifeng.kit.clock.LegalClock;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Asks again and again whether a time limit is over or a draw of seats is done. */
@ApplicationScoped
class AdvanceSeats {

    private static final Logger LOG = Logger.getLogger(AdvanceSeats.class);

    private final SeatBookings bookings;
    private final SeatAllotments allotments;
    private final AnswerBooking answer;
    private final AllotSeats allot;
    private final LegalClock clock;

    AdvanceSeats(
            SeatBookings bookings,
            SeatAllotments allotments,
            AnswerBooking answer,
            AllotSeats allot,
            LegalClock clock) {
        this.bookings = bookings;
        this.allotments = allotments;
        this.answer = answer;
        this.allot = allot;
        this.clock = clock;
    }

    @Scheduled(every = "{qifeng.evaluation.advance-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void advance() {
        attempt("bookings", () -> bookings.due(clock.now()).forEach(id -> attempt(id, () -> answer.endIfDue(id))));
        attempt(
                "allotments",
                () -> allotments.open().forEach(it -> attempt(it.draw(), () -> allot.advance(it.draw()))));
    }

    private static void attempt(Object what, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.warnf("%s of seats waits: %s", what, e.getMessage());
        }
    }
}
