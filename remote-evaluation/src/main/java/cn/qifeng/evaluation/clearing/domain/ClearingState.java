package cn.qifeng.evaluation.clearing.domain;

/** How far a clearing is (清标状态). */
public enum ClearingState {
    /** Asked for; begins with the next tick. */
    WAITING,
    /** Bills are being read. */
    RUNNING,
    /** Every bill was read or refused, and prices were compared. */
    DONE,
    /** The tender's bill cannot be read, or the platform failed; may be asked for again. */
    FAILED
}
