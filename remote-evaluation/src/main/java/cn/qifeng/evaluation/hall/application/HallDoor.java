package cn.qifeng.evaluation.hall.application;

import cn.qifeng.evaluation.hall.domain.HallRefusal;
import cn.qifeng.evaluation.hall.domain.Participant;
import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.PanelRefusal;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Refused;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Who has a place in the hall of a session (入场资格): members who checked in, and as watchers a supervisor and the notary
 * of the session's set. Nobody else learns that there is such a session.
 */
@ApplicationScoped
public class HallDoor {

    private final RunningSessions running;

    HallDoor(RunningSessions running) {
        this.running = running;
    }

    /**
     * Who asks.
     *
     * @param supervises whether the log in is a supervisor's
     */
    public record Visitor(String person, boolean supervises) {}

    /** A participant, the session and, for a member, its seat ({@code null} for a watcher). */
    public record Place(EvaluationSession session, Participant participant, Seat seat, String role) {}

    /** The place of whoever asks; refuses with {@code panel/not-found} or {@link HallRefusal#NOT_CHECKED_IN}. */
    public Place of(SessionId id, Visitor visitor) {
        return place(running.read(id), visitor);
    }

    /** The place of a member; a watcher is refused as somebody who does not know the session. */
    Place member(EvaluationSession session, String person) {
        var place = place(session, new Visitor(person, false));
        if (place.participant().watches()) {
            throw PanelRefusal.NOT_A_MEMBER.with(
                    Facts.of("session", session.id()).map());
        }
        return place;
    }

    /** The place of a watcher, in a session at work. */
    Place watcher(EvaluationSession session, Visitor visitor) {
        var place = place(session, visitor);
        if (!place.participant().watches()) {
            throw unknown(session);
        }
        if (!atWork(session)) {
            throw HallRefusal.NOT_AT_WORK.at("stage", session.stage(), Stage.CONVENING + " to " + Stage.REPORTING);
        }
        return place;
    }

    /** Whether the panel comes together or works. */
    static boolean atWork(EvaluationSession session) {
        return session.stage().isFrom(Stage.CONVENING) && !session.stage().isFrom(Stage.CONCLUDED)
                || session.stage() == Stage.DRAWING && !session.panel().seats().isEmpty();
    }

    private Place place(EvaluationSession session, Visitor visitor) {
        if (visitor.supervises()) {
            return watching(session, visitor, "supervisor");
        }
        var seat = session.panel().of(visitor.person()).filter(it -> !it.state().passed());
        if (seat.isPresent()) {
            if (!seat.get().state().arrived()) {
                throw HallRefusal.NOT_CHECKED_IN.at("state", seat.get().state(), "checked in");
            }
            return new Place(session, Participant.member(session, seat.get()), seat.get(), "member");
        }
        if (!session.order().isNotary(visitor.person())) {
            throw unknown(session);
        }
        return watching(session, visitor, "notary");
    }

    private static Place watching(EvaluationSession session, Visitor visitor, String role) {
        return new Place(session, Participant.watcher(session, visitor.person()), null, role);
    }

    private static Refused unknown(EvaluationSession session) {
        return PanelRefusal.NO_SUCH_SESSION.with(
                Facts.of("session", session.id()).map());
    }
}
