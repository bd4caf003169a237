package cn.qifeng.evaluation.handover.domain;

/** State of a handover (移交状态); stored by name. */
public enum HandoverState {
    /** The sub-site has not handed over yet (待移交). */
    DUE,
    /** Handed over; the main site has not answered (待接收). */
    SUBMITTED,
    /** Something was sent back, with a reason (退回补正). */
    RETURNED,
    /** Everything was received (已接收). */
    RECEIVED;

    /** Whether the sub-site has to act. */
    public boolean owed() {
        return this == DUE || this == RETURNED;
    }
}
