package cn.qifeng.evaluation.handover.application;

import cn.qifeng.evaluation.handover.application.HandoverEntries.Spared;
import cn.qifeng.evaluation.handover.domain.Handover;
import cn.qifeng.evaluation.handover.domain.HandoverTerm;
import cn.qifeng.evaluation.handover.domain.Handovers;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.report.application.ReportSigned;
import cn.qifeng.evaluation.site.application.BookingLine;
import cn.qifeng.evaluation.site.application.ReadBookings;
import cn.qifeng.evaluation.site.domain.BookingState;
import cn.qifeng.evaluation.site.domain.SeatBooking;
import cn.qifeng.evaluation.site.domain.SiteKind;
import cn.qifeng.kit.clock.LegalClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.stream.Collectors;

/**
 * With the signed report every booking whose seats were drawn owes a handover (产生移交义务); a later report adds only those
 * of bookings that came since. An evaluation without seats of a sub-site leaves nothing to hand over.
 */
@ApplicationScoped
class OweHandovers {

    private final Handovers handovers;
    private final ReadBookings bookings;
    private final HandoverEntries entries;
    private final HandoverSettings settings;
    private final LegalClock clock;

    OweHandovers(
            Handovers handovers,
            ReadBookings bookings,
            HandoverEntries entries,
            HandoverSettings settings,
            LegalClock clock) {
        this.handovers = handovers;
        this.bookings = bookings;
        this.entries = entries;
        this.settings = settings;
        this.clock = clock;
    }

    void on(@Observes ReportSigned signed) {
        var session = signed.session();
        var endedAt = clock.now().truncatedTo(ChronoUnit.MILLIS);
        var due = new ArrayList<Handover>();
        var spared = new ArrayList<Spared>();
        var known = handovers.of(session.id()).stream().map(Handover::booking).collect(Collectors.toSet());
        for (BookingLine line : bookings.drawn(session.id())) {
            var booking = line.booking();
            if (line.site().kind() == SiteKind.MAIN) {
                spared.add(new Spared(booking, "MAIN"));
            } else if (calledOff(booking)) {
                spared.add(new Spared(booking, "CANCELLED"));
            } else if (!known.contains(booking.id())) {
                due.add(due(session, line, endedAt));
            }
        }
        if (!due.isEmpty() || !spared.isEmpty()) {
            due.forEach(handovers::add);
            entries.due(session, endedAt, due, spared);
        }
    }

    private Handover due(EvaluationSession session, BookingLine line, Instant endedAt) {
        return Handover.due(
                line.booking().id(),
                session.id(),
                line.site().code(),
                line.site().operator(),
                endedAt,
                HandoverTerm.of(endedAt, settings.days()));
    }

    /** Called off before anybody could come. */
    private static boolean calledOff(SeatBooking booking) {
        var last = booking.steps().get(booking.steps().size() - 1);
        return last.state() == BookingState.CANCELLED
                && last.at().isBefore(booking.span().from());
    }
}
