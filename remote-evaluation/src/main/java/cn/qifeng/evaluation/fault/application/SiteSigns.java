package cn.qifeng.evaluation.fault.application;

import cn.qifeng.evaluation.fault.domain.FaultRefusal;
import cn.qifeng.evaluation.fault.domain.SeatSign;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.site.application.BookingLine;
import cn.qifeng.evaluation.site.application.ReadBookings;
import cn.qifeng.evaluation.site.application.SiteReader;
import cn.qifeng.evaluation.site.domain.BookingState;
import cn.qifeng.evaluation.terminal.application.ReadPresences;
import cn.qifeng.evaluation.terminal.domain.ClockMark;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Signs of life of a session's sites (场所在线情况). Heart-beats have machine time; it is told in legal time here. */
@ApplicationScoped
class SiteSigns {

    private final ReadBookings bookings;
    private final ReadPresences presences;

    SiteSigns(ReadBookings bookings, ReadPresences presences) {
        this.bookings = bookings;
        this.presences = presences;
    }

    /** Every site with seats for this session, by code. */
    List<Affected> of(SessionId session, String person, Instant now) {
        var signs = signs(session, now);
        var booked = bookings.of(SiteReader.whole(person), session).stream()
                .filter(it -> it.booking().state().live() || it.booking().state() == BookingState.ENDED)
                .collect(Collectors.groupingBy(it -> it.site().code()));
        return booked.entrySet().stream()
                .map(it -> affected(it.getKey(), it.getValue(), signs))
                .sorted(Comparator.comparing(Affected::site))
                .toList();
    }

    /** One of them; refuses with {@link FaultRefusal#NO_SUCH_SITE}. */
    Affected at(SessionId session, String site, String person, Instant now) {
        var all = of(session, person, now);
        return all.stream()
                .filter(it -> it.site().equals(site))
                .findFirst()
                .orElseThrow(() -> FaultRefusal.NO_SUCH_SITE.at(
                        "site", site, all.stream().map(Affected::site).toList()));
    }

    private static Affected affected(String site, List<BookingLine> lines, Map<String, List<SeatSign>> signs) {
        var start = lines.stream()
                .map(it -> it.booking().span().from())
                .min(Instant::compareTo)
                .orElseThrow();
        return new Affected(site, lines.get(0).site().name(), start, signs.getOrDefault(site, List.of()));
    }

    private Map<String, List<SeatSign>> signs(SessionId session, Instant now) {
        var machine = Instant.now();
        return presences.watch(session).lines().stream()
                .filter(it -> it.presence().open())
                .map(it -> new SeatSign(
                        it.presence().seat(),
                        now.minus(Duration.between(it.presence().beatAt(), machine))
                                .truncatedTo(ChronoUnit.MILLIS),
                        it.mark() == ClockMark.SILENT))
                .sorted(Comparator.comparing(SeatSign::seat))
                .collect(Collectors.groupingBy(
                        it -> it.seat().substring(0, it.seat().indexOf('/'))));
    }
}
