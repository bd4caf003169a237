package cn.qifeng.evaluation.recording;

import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.recording.domain.RecordingDemand;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sessions that must be recorded, as a test names them. */
@Alternative
@Priority(1)
@ApplicationScoped
public class DemandInMemory implements RecordingDemand {

    /** Those that must. */
    public static final Set<SessionId> DEMANDED = ConcurrentHashMap.newKeySet();

    @Override
    public boolean demanded(EvaluationSession session) {
        return DEMANDED.contains(session.id());
    }
}
