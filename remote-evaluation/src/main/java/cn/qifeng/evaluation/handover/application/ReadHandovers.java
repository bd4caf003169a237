package cn.qifeng.evaluation.handover.application;

import cn.qifeng.evaluation.handover.domain.HandedFile;
import cn.qifeng.evaluation.handover.domain.Handover;
import cn.qifeng.evaluation.handover.domain.Handovers;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.site.application.ReadBookings;
import cn.qifeng.evaluation.site.application.SiteReader;
import cn.qifeng.evaluation.site.domain.Span;
import cn.qifeng.kit.clock.LegalClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Shows handovers (移交查询): before a sub-site its own, and nothing of whose evaluation it was. */
@ApplicationScoped
public class ReadHandovers {

    private final Handovers handovers;
    private final HandoverLookup lookup;
    private final KeepHandedFiles files;
    private final ReadBookings bookings;
    private final RunningSessions running;
    private final LegalClock clock;

    ReadHandovers(
            Handovers handovers,
            HandoverLookup lookup,
            KeepHandedFiles files,
            ReadBookings bookings,
            RunningSessions running,
            LegalClock clock) {
        this.handovers = handovers;
        this.lookup = lookup;
        this.files = files;
        this.bookings = bookings;
        this.running = running;
        this.clock = clock;
    }

    /**
     * A handover as its reader may see it (移交记录).
     *
     * @param span when the seats were booked
     * @param name name of the evaluation; empty before a sub-site
     * @param late whether nothing was handed over, and its time is over
     */
    public record Line(Handover handover, Span span, String siteName, String name, boolean late, Instant now) {}

    /** One with its files. */
    public record Whole(Line line, List<HandedFile> files) {}

    /** Those of the sites for which the reader answers, newest first; main site and supervisor see all. */
    @Transactional
    public List<Line> all(SiteReader reader) {
        var mine = reader.whole() ? handovers.all() : handovers.by(reader.operator());
        return mine.stream().map(it -> line(reader, it)).toList();
    }

    /** One, for whom it concerns. */
    @Transactional
    public Whole one(SiteReader reader, UUID booking) {
        var handover = handover(reader, booking);
        return new Whole(line(reader, handover), files.of(handover));
    }

    /** A file of one. */
    public KeepHandedFiles.Opened file(SiteReader reader, UUID booking, String sm3) {
        return files.open(handover(reader, booking), sm3);
    }

    @Transactional
    Handover handover(SiteReader reader, UUID booking) {
        return reader.whole() ? lookup.any(booking) : lookup.own(reader, booking);
    }

    private Line line(SiteReader reader, Handover handover) {
        var now = clock.now();
        var booking = bookings.of(reader, handover.session()).stream()
                .filter(it -> it.booking().id().equals(handover.booking()))
                .findFirst()
                .orElseThrow();
        var name = reader.whole() ? running.read(handover.session()).order().name() : "";
        var shown = reader.whole() ? handover : handover.beforeItsSite(now);
        return new Line(shown, booking.booking().span(), booking.site().name(), name, handover.late(now), now);
    }
}
