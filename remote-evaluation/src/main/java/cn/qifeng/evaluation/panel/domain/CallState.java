package cn.qifeng.evaluation.panel.domain;

/** State of a call (呼叫状态). */
public enum CallState {
    /** To be told, or told again (待通知). */
    DUE,
    /** Told, and waits for the answer (待答复). */
    TOLD,
    /** Answered, or its time is over (已结束). */
    OVER
}
