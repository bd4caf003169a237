package cn.qifeng.evaluation.hall.application;

import cn.qifeng.evaluation.hall.domain.HallEvent;
import cn.qifeng.evaluation.hall.domain.HallRefusal;
import cn.qifeng.evaluation.hall.domain.HallSignal;
import cn.qifeng.evaluation.hall.domain.MediaRoom;
import cn.qifeng.evaluation.hall.domain.Participant;
import cn.qifeng.evaluation.panel.application.DrawPlans;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/**
 * Keeps who is in a hall and carries what they send one another (评标厅值守). Lines live in the memory of one node: a hall
 * has all of them at the same one (docs/decisions/0380).
 */
@ApplicationScoped
public class KeepHall {

    private final Attendance attendance;
    private final Rooms rooms;
    private final RunningSessions running;
    private final HallJournal journal;
    private final HallSettings settings;
    private final LegalClock clock;

    KeepHall(
            Attendance attendance,
            Rooms rooms,
            RunningSessions running,
            HallJournal journal,
            HallSettings settings,
            LegalClock clock) {
        this.attendance = attendance;
        this.rooms = rooms;
        this.running = running;
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
    }

    /** Somebody came in by this line; a former line of the same participant ends. */
    public void enter(SessionId session, Participant who, Line line, String address) {
        var room = room(session);
        requirePlace(session, who);
        var former = attendance.put(session, new Present(who, line, address));
        former.ifPresent(it -> it.line().end(Ending.TAKEN_OVER));
        var others = attendance.others(session, who.label());
        var links = room.admit(session, who, others.stream().map(Present::who).toList(), attendance);
        line.send(entered(who, others, links).put("hall", room.kind().name()));
        others.forEach(it -> it.line().send(came(who, links, it.who())));
        note(room, session, who, former.isPresent() ? HallEvent.Kind.RECONNECT : HallEvent.Kind.JOIN, address);
    }

    private void requirePlace(SessionId session, Participant who) {
        long watching = attendance.others(session, who.label()).stream()
                .filter(it -> it.who().watches())
                .count();
        if (who.watches() && watching >= settings.watchersMax()) {
            throw HallRefusal.TOO_MANY_WATCHERS.at("watchers", watching, "fewer than " + settings.watchersMax());
        }
    }

    /** Takes a signal to another participant; refuses with {@link HallRefusal#BAD_SIGNAL}. */
    public void signal(SessionId session, Participant from, String to, JsonNode signal) {
        HallSignal.check(from, signal, !HallSignal.showsScreen(signal) || leads(session, from));
        room(session).signal(session, from, to, signal, attendance);
    }

    /** A participant tells what it sends; the others are told, and what changed is kept. */
    public void tell(SessionId session, Participant who, Sending told) {
        var next = told.screen() && !leads(session, who) ? told.withoutScreen() : told;
        attendance.find(session, who.label()).filter(it -> !who.watches()).ifPresent(it -> {
            var room = room(session);
            it.sending().changesTo(next).forEach(change -> note(room, session, who, change, it.address()));
            it.sends(next);
            var message = message("state").put("label", who.label());
            message.set("sending", next.toJson());
            attendance
                    .others(session, who.label())
                    .forEach(other -> other.line().send(message));
        });
    }

    /** A line is gone; nothing when another one of the same participant took its place. */
    public void leave(SessionId session, Participant who, Line line) {
        if (attendance.remove(session, who.label(), line)) {
            var room = room(session);
            var message = message("left").put("label", who.label());
            attendance.all(session).forEach(it -> it.line().send(message));
            note(room, session, who, HallEvent.Kind.LEAVE, "");
            room.left(session, who);
        }
    }

    /** Notes that somebody was put out for what it sent. */
    public void putOut(SessionId session, Participant who, String address) {
        journal.note(new HallEvent(session, who.label(), HallEvent.Kind.PUT_OUT, clock.now(), address));
    }

    /** Tells everybody in a hall that there is something new to ask for. */
    public void changed(SessionId session, String what) {
        attendance.all(session).forEach(it -> it.line().send(message("changed").put("what", what)));
    }

    private void note(MediaRoom room, SessionId session, Participant who, HallEvent.Kind kind, String address) {
        journal.note(new HallEvent(session, who.label(), kind, clock.now(), address));
        if (!who.watches()) {
            room.happened(session, who, kind);
        }
    }

    /** Whether a participant leads the panel. */
    @Transactional
    public boolean leads(SessionId id, Participant who) {
        var session = running.read(id);
        Optional<String> leader = session.panel().leader();
        return Participant.seat(session, who.label())
                .filter(it -> leader.filter(it.number()::equals).isPresent())
                .isPresent();
    }

    /** The room of a session; asked for outside of a transaction, too. */
    @Transactional
    MediaRoom room(SessionId id) {
        var kind = DrawPlans.hall(running.read(id));
        if (!kind.exists()) {
            throw HallRefusal.NO_HALL.at("hall", kind, "a hall");
        }
        return rooms.of(kind);
    }

    private ObjectNode entered(Participant who, List<Present> others, List<MediaRoom.Link> links) {
        var message = message("entered").put("label", who.label()).put("watches", who.watches());
        var present = message.putArray("present");
        others.forEach(it -> present.addObject()
                .put("label", it.who().label())
                .put("watches", it.who().watches())
                .set("sending", it.sending().toJson()));
        var list = message.putArray("links");
        links.forEach(it -> list.addObject().put("peer", it.peer()).put("offers", it.offers()));
        return message;
    }

    /** What somebody who is there is told: whether it connects to the newcomer, and who of the two offers. */
    private static ObjectNode came(Participant who, List<MediaRoom.Link> links, Participant to) {
        var message = message("came").put("label", who.label()).put("watches", who.watches());
        links.stream()
                .filter(it -> it.peer().equals(to.label()))
                .findFirst()
                .ifPresent(it -> message.put("offers", !it.offers()));
        return message;
    }

    private static ObjectNode message(String kind) {
        return CanonicalJson.object().put("kind", kind);
    }
}
