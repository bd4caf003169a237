package cn.qifeng.evaluation.terminal.domain;

/** State of a terminal's heart-beat and clock (心跳与时钟状态). */
public enum ClockMark {
    /** No exchange has told of the clock yet (待测). */
    UNKNOWN,
    /** The clock is right (正常). */
    IN_TIME,
    /** The clock is away far enough to be told (偏差告警). */
    OFF,
    /** The clock is away so far that nothing is committed to (偏差阻断). */
    BLOCKED,
    /** No beat for too long (失联). */
    SILENT
}
