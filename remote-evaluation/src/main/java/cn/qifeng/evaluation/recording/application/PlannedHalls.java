package cn.qifeng.evaluation.recording.application;

import cn.qifeng.evaluation.hall.application.HallSettings;
import cn.qifeng.evaluation.panel.application.DrawPlans;
import cn.qifeng.evaluation.panel.domain.EvaluationSession;
import cn.qifeng.evaluation.recording.domain.RecordingDemand;
import jakarta.enterprise.context.ApplicationScoped;

/** Sessions whose plan has a hall, where the operator wants every hall recorded (应录标准). */
@ApplicationScoped
class PlannedHalls implements RecordingDemand {

    private final HallSettings halls;

    PlannedHalls(HallSettings halls) {
        this.halls = halls;
    }

    @Override
    public boolean demanded(EvaluationSession session) {
        return halls.recordingCompulsory() && DrawPlans.hall(session).exists();
    }
}
