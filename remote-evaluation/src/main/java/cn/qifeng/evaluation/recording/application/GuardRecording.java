package cn.qifeng.evaluation.recording.application;

import cn.qifeng.evaluation.panel.application.RunningSessions;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.panel.domain.Stage;
import cn.qifeng.evaluation.recording.domain.RecordingDemand;
import cn.qifeng.evaluation.recording.domain.RecordingRefusal;
import cn.qifeng.evaluation.recording.domain.RecordingState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Stops commitments, votes and signatures of a member whose recording is not confirmed (录制未确认不得提交), where the session
 * must be recorded; reading and drafts go on.
 */
@ApplicationScoped
public class GuardRecording {

    private final RunningSessions running;
    private final RecordingDemand demand;
    private final RecordingState state;

    GuardRecording(RunningSessions running, RecordingDemand demand, RecordingState state) {
        this.running = running;
        this.demand = demand;
        this.state = state;
    }

    /** Refuses with {@code recording/not-confirmed}; asks nothing of those who have no seat. */
    @Transactional
    public void require(SessionId id, String person) {
        var session = running.read(id);
        if (!demand.demanded(session) || !works(session)) {
            return;
        }
        session.panel().of(person).filter(it -> it.state().arrived()).ifPresent(seat -> {
            var code = SessionCodes.of(session, seat);
            if (!state.confirmed(id, code)) {
                throw RecordingRefusal.NOT_CONFIRMED.at("recording", code + " not recorded", code + " recorded");
            }
        });
    }

    /** From the first sheet to the last signature. */
    private static boolean works(EvaluationSession session) {
        return session.stage().isFrom(Stage.SCORING) && !session.stage().isFrom(Stage.CONCLUDED);
    }

    /**
     * How a member is recorded now (录制状态).
     *
     * @param participant session code
     */
    public record Standing(String participant, boolean confirmed) {}

    /**
     * Whether a session must be recorded, and how each member stands.
     *
     * @param own session code of the one who asks; empty for watchers
     */
    public record Alarm(boolean demanded, String own, List<Standing> members) {}

    /** How the recording stands, for the page of the session; a stranger does not learn of the session. */
    @Transactional
    public Alarm alarm(SessionId id, String person, boolean watches) {
        var session = running.read(id);
        var own = watches ? "" : SessionCodes.of(session, RunningSessions.seatOf(session, person));
        var members = session.panel().seats().stream()
                .filter(it -> it.state().arrived())
                .map(it -> SessionCodes.of(session, it))
                .map(it -> new Standing(it, state.confirmed(id, it)))
                .toList();
        return new Alarm(demand.demanded(session) && works(session), own, members);
    }
}
