package cn.qifeng.evaluation.expert.domain;

/** State of an event of credit (信用事件状态). */
public enum CreditState {
    /** Told to the expert; it counts once the time for objections is over (已告知). */
    NOTIFIED,
    /** The expert objected; it does not count until that is decided (异议中). */
    OBJECTED,
    /** The objection was not accepted (维持). */
    UPHELD,
    /** The objection was accepted: it never counted (撤销). */
    WITHDRAWN,
    /** Made good; it counts no more (已修复). */
    REPAIRED
}
