package cn.qifeng.evaluation.panel.application;

import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.FreezeGate;
import cn.qifeng.evaluation.panel.domain.PanelRefusal;
import cn.qifeng.evaluation.panel.domain.Seat;
import cn.qifeng.evaluation.panel.domain.SeatState;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Sessions;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.List;

/** Finds sessions and seats for those who have a right to know of them. All calls join the caller's transaction. */
@ApplicationScoped
public class RunningSessions {

    private final Sessions sessions;
    private final Instance<FreezeGate> freezes;

    RunningSessions(Sessions sessions, Instance<FreezeGate> freezes) {
        this.sessions = sessions;
        this.freezes = freezes;
    }

    /**
     * The session, locked until the transaction ends, for whoever commits, votes, signs or decides; refuses with
     * {@code panel/not-found}, and while the session is frozen or stands still for a fault.
     */
    @Transactional
    public EvaluationSession lock(SessionId id) {
        var session = lockEvenFrozen(id);
        freezes.forEach(it -> it.requireRunning(id));
        return session;
    }

    /** The session, locked until the transaction ends, for what goes on while it is frozen. */
    @Transactional
    public EvaluationSession lockEvenFrozen(SessionId id) {
        return sessions.lock(id).orElseThrow(() -> unknown(id));
    }

    /** The session as it is; refuses with {@code panel/not-found}. */
    @Transactional
    public EvaluationSession read(SessionId id) {
        return sessions.find(id).orElseThrow(() -> unknown(id));
    }

    /** The session of a lot; refuses with {@code panel/not-found}. */
    @Transactional
    public EvaluationSession ofLot(LotId lot) {
        return sessions.ofLot(lot)
                .orElseThrow(() ->
                        PanelRefusal.NO_SUCH_SESSION.with(Facts.of("lot", lot).map()));
    }

    /** All sessions, newest first. */
    @Transactional
    public List<EvaluationSession> all() {
        return sessions.all();
    }

    /** All sessions in one of these stages. */
    @Transactional
    public List<EvaluationSession> in(Stage... stages) {
        return sessions.in(stages);
    }

    /** Stores what became of a session. */
    @Transactional
    public void save(EvaluationSession session) {
        sessions.save(session);
    }

    /** The caller's seat; whoever was never invited may not even know of the session. */
    public static Seat seatOf(EvaluationSession session, String person) {
        return session.panel().of(person).orElseThrow(() -> unknown(session.id()));
    }

    /** The caller's seat, if the caller declared and works on the panel. */
    public static Seat seated(EvaluationSession session, String person) {
        var seat = seatOf(session, person);
        if (seat.state() != SeatState.SEATED) {
            throw PanelRefusal.WRONG_SEAT_STATE.with(
                    Facts.field("state", seat.state(), SeatState.SEATED).map());
        }
        return seat;
    }

    /** The same in one of these stages only; whoever was never invited does not learn the stage either. */
    public static Seat seated(EvaluationSession session, String person, Stage... stages) {
        seatOf(session, person);
        session.require(stages);
        return seated(session, person);
    }

    private static Refused unknown(SessionId id) {
        return PanelRefusal.NO_SUCH_SESSION.with(Facts.of("session", id).map());
    }
}
