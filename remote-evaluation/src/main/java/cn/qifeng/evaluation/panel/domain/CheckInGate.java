package cn.qifeng.evaluation.panel.domain;

/** Port to what else must hold before a member checks in (签到条件), such as a seat in a lawful venue. */
@FunctionalInterface
public interface CheckInGate {

    /** Refuses when this member may not check in now. */
    void require(EvaluationSession session, Seat seat);
}
