package cn.qifeng.evaluation.fault.domain;

/** What a fault is at a moment (故障状态). */
public enum FaultState {
    /** Not cleared, and its time is not over (处置中). */
    OPEN,
    /** Its time passed before it was cleared: it waits for a decision (待决定). */
    DUE,
    /** Decided to go on, and not cleared yet (已决定，待排除). */
    HELD,
    /** The session goes on (已恢复). */
    ENDED,
    /** The panel was dissolved (评标委员会已解散). */
    DISSOLVED
}
