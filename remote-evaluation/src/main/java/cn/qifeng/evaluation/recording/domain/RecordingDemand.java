package cn.qifeng.evaluation.recording.domain;

import cn.qifeng.evaluation.panel.domain.EvaluationSession;

/** Whether an evaluation must be recorded (应录标准). */
public interface RecordingDemand {

    /** Whether nothing may be committed to, voted on or signed in a session without a confirmed recording. */
    boolean demanded(EvaluationSession session);
}
