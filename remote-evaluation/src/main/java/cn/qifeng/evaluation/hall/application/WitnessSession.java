package cn.qifeng.evaluation.hall.application;

import cn.qifeng.evaluation.hall.application.HallDoor.Place;
import cn.qifeng.evaluation.hall.application.HallDoor.Visitor;
import cn.qifeng.evaluation.hall.domain.Freeze;
import cn.qifeng.evaluation.hall.domain.Freezes;
import cn.qifeng.evaluation.hall.domain.HallRefusal;
import cn.qifeng.evaluation.hall.domain.Participant;
import cn.qifeng.evaluation.hall.domain.Warning;
import cn.qifeng.evaluation.hall.domain.Warnings;
import cn.qifeng.evaluation.hall.domain.WitnessAct;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kit.clock.LegalClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What watchers do without being in the room: warn a seat or all, freeze the session, let it go on (数字见证). */
@ApplicationScoped
public class WitnessSession {

    private final RunningSessions running;
    private final HallDoor door;
    private final Warnings warnings;
    private final Freezes freezes;
    private final FreezeState state;
    private final HallEntries entries;
    private final LegalClock clock;
    private final Event<HallChanged> changed;

    WitnessSession(
            RunningSessions running,
            HallDoor door,
            Warnings warnings,
            Freezes freezes,
            FreezeState state,
            HallEntries entries,
            LegalClock clock,
            Event<HallChanged> changed) {
        this.running = running;
        this.door = door;
        this.warnings = warnings;
        this.freezes = freezes;
        this.state = state;
        this.entries = entries;
        this.clock = clock;
        this.changed = changed;
    }

    /**
     * Warns one member, or all who checked in.
     *
     * @param label session code of the member; empty: all
     */
    @Transactional
    public void warn(SessionId id, Visitor visitor, Optional<String> label, String text) {
        var session = running.lockEvenFrozen(id);
        var act = act(door.watcher(session, visitor), visitor, text);
        var to = label.map(it -> List.of(seat(session, it))).orElseGet(() -> arrived(session));
        if (to.isEmpty()) {
            throw HallRefusal.NOT_CHECKED_IN.at("to", "nobody", "somebody who checked in");
        }
        int number = warnings.of(id).size() + 1;
        var members = to.stream().map(Seat::member).toList();
        var warning = new Warning(id, number, label.isEmpty(), members, act, Map.of());
        warnings.add(warning);
        entries.warned(session, warning);
        changed.fire(new HallChanged(id, "warnings"));
    }

    /** A member acknowledges a warning; a second time changes nothing. */
    @Transactional
    public void acknowledge(SessionId id, String person, int number) {
        var session = running.lockEvenFrozen(id);
        var member = door.member(session, person).seat().member();
        var warning = warnings.of(id).stream()
                .filter(it -> it.number() == number && it.isFor(member))
                .findFirst()
                .orElseThrow(() -> HallRefusal.NO_SUCH_WARNING.at("warning", number, "one for the caller"));
        if (warning.awaits(member)) {
            var now = clock.now();
            warnings.seen(id, number, member, now);
            entries.seen(session, number, member, now);
            changed.fire(new HallChanged(id, "warnings"));
        }
    }

    /** Freezes the session; refuses with {@link HallRefusal#FROZEN} one that is. */
    @Transactional
    public void freeze(SessionId id, Visitor visitor, String reason) {
        var session = running.lockEvenFrozen(id);
        var act = act(door.watcher(session, visitor), visitor, reason);
        state.requireRunning(id);
        int number = freezes.of(id).size() + 1;
        freezes.add(new Freeze(id, number, act, Optional.empty()));
        entries.frozen(session, number, act);
        changed.fire(new HallChanged(id, "freeze"));
    }

    /** Lets the session go on; refuses with {@link HallRefusal#NOT_FROZEN} one that does. */
    @Transactional
    public void unfreeze(SessionId id, Visitor visitor, String reason) {
        var session = running.lockEvenFrozen(id);
        var act = act(door.watcher(session, visitor), visitor, reason);
        var freeze = state.present(id).orElseThrow(() -> HallRefusal.NOT_FROZEN.at("frozen", false, true));
        freezes.save(freeze.end(act));
        entries.unfrozen(session, freeze.number(), act);
        changed.fire(new HallChanged(id, "freeze"));
    }

    private WitnessAct act(Place place, Visitor visitor, String reason) {
        return new WitnessAct(clock.now(), visitor.person(), place.role(), reason);
    }

    private static Seat seat(EvaluationSession session, String label) {
        return Participant.seat(session, label)
                .filter(it -> it.state().arrived())
                .orElseThrow(() -> HallRefusal.NOT_CHECKED_IN.at("to", label, "a member who checked in"));
    }

    private static List<Seat> arrived(EvaluationSession session) {
        return session.panel().seats().stream()
                .filter(it -> it.state().arrived())
                .toList();
    }
}
