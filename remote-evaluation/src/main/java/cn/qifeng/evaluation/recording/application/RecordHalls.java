package cn.qifeng.evaluation.recording.application;

import cn.qifeng.evaluation.hall.domain.HallRecorder;
import cn.qifeng.evaluation.panel.domain.HallKind;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.recording.domain.Recorders;
import cn.qifeng.evaluation.recording.domain.RecordingState;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Records halls (评标厅录制): each has a recorder of its own from the first one who comes in until the hall closes. */
@ApplicationScoped
public class RecordHalls implements HallRecorder {

    private static final Logger LOG = Logger.getLogger(RecordHalls.class);

    private final Recorders recorders;
    private final TakeItems take;
    private final RecordingState state;
    private final Map<SessionId, HallRecording> halls = new ConcurrentHashMap<>();

    RecordHalls(Recorders recorders, TakeItems take, RecordingState state) {
        this.recorders = recorders;
        this.take = take;
        this.state = state;
    }

    @Override
    public boolean available(HallKind kind) {
        return recorders.missing(kind).isEmpty();
    }

    @Override
    public void joined(SessionId session, HallKind kind, String participant, Signals back) {
        hall(session, kind).joined(participant, back);
    }

    @Override
    public void watching(SessionId session, HallKind kind, String watcher, Signals back) {
        hall(session, kind).watching(watcher, back);
    }

    @Override
    public void unwatching(SessionId session, String watcher) {
        var hall = halls.get(session);
        if (hall != null) {
            hall.unwatching(watcher);
        }
    }

    @Override
    public void signal(SessionId session, String participant, JsonNode signal) {
        var hall = halls.get(session);
        if (hall != null) {
            hall.signal(participant, signal);
        }
    }

    @Override
    public void happened(SessionId session, String participant, String event) {
        var hall = halls.get(session);
        if (hall != null) {
            hall.happened(participant, event);
        }
    }

    @Override
    public void left(SessionId session, String participant) {
        var hall = halls.get(session);
        if (hall != null) {
            hall.left(participant);
        }
    }

    @Override
    public boolean confirmed(SessionId session, String participant) {
        return state.confirmed(session, participant);
    }

    @Override
    public void closed(SessionId session, HallKind kind) {
        if (halls.containsKey(session) || take.goesOn(session)) {
            hall(session, kind).close();
        }
    }

    private HallRecording hall(SessionId session, HallKind kind) {
        return halls.computeIfAbsent(session, it -> new HallRecording(it, kind, recorders, take));
    }

    /** Whether a hall is at work here. */
    boolean busy(SessionId session) {
        return halls.containsKey(session);
    }

    /** Looks after every hall; one that fails does not hold up the others. */
    void tick() {
        halls.forEach((session, hall) -> {
            try {
                if (!hall.tick()) {
                    halls.remove(session, hall);
                }
            } catch (RuntimeException e) {
                LOG.warnf("the recording of session %s waits: %s", session, e.getMessage());
            }
        });
    }
}
