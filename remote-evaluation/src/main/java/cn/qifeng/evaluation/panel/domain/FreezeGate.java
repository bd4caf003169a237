package cn.qifeng.evaluation.panel.domain;

/** Port to whether somebody stopped a session for the time being (会议冻结状态). */
@FunctionalInterface
public interface FreezeGate {

    /** Refuses while the session is frozen; asked with the session locked, so that nothing slips past a freeze. */
    void requireRunning(SessionId session);
}
