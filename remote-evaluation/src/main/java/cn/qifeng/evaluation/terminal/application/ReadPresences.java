package cn.qifeng.evaluation.terminal.application;

import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SeatState;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.terminal.domain.ClockMark;
import cn.qifeng.evaluation.terminal.domain.ClockRules;
import cn.qifeng.evaluation.terminal.domain.Presence;
import cn.qifeng.evaluation.terminal.domain.Presences;
import cn.qifeng.evaluation.terminal.domain.SeatEvent;
import cn.qifeng.evaluation.terminal.domain.SeatEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows main site and supervisor who is at its seat, and what happened there (在席监看). */
@ApplicationScoped
public class ReadPresences {

    private static final int EVENTS_MAX = 50;
    private static final Set<SeatState> HERE = Set.of(SeatState.CHECKED_IN, SeatState.SEATED);

    private final Presences presences;
    private final SeatEvents events;
    private final RunningSessions running;
    private final ClockRules rules;

    ReadPresences(Presences presences, SeatEvents events, RunningSessions running, TerminalSettings settings) {
        this.presences = presences;
        this.events = events;
        this.running = running;
        this.rules = settings.rules();
    }

    /** A member at its seat as of now. */
    public record Line(Presence presence, ClockMark mark) {}

    /**
     * Everybody at its seat, and the last events. Before a member checked in its number is as secret as its name, so its
     * events are shown by its place in the order of the pick.
     */
    public record Watch(List<Line> lines, List<SeatEvent> events, ClockRules rules) {}

    /** The seats of a session now. */
    @Transactional
    public Watch watch(SessionId id) {
        var session = running.read(id);
        var panel = session.panel();
        var now = Instant.now();
        var here = panel.seats().stream()
                .filter(it -> HERE.contains(it.state()))
                .map(Seat::number)
                .collect(Collectors.toSet());
        var lines = presences.in(id).stream()
                .filter(it -> here.contains(it.number()))
                .map(it -> new Line(it, it.open() ? it.markAt(now, rules) : it.mark()))
                .toList();
        var shown = events.of(id, EVENTS_MAX).stream()
                .map(it -> it.of(panel.shown(panel.seat(it.number()))))
                .toList();
        return new Watch(lines, shown, rules);
    }
}
