package cn.qifeng.evaluation.site.domain;

/** State of a venue seat at a time (工位状态). */
public enum VenueSeatState {
    /** Nobody has it (空闲). */
    FREE,
    /** Asked for, not answered yet (待确认). */
    HELD,
    /** Confirmed for an evaluation (已预定). */
    ASSIGNED,
    /** A member checked in here (使用中). */
    IN_USE,
    /** Broken (故障). */
    FAULT,
    /** Tidied behind an evaluation (清场). */
    CLEANING
}
