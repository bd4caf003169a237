package cn.qifeng.evaluation.terminal.domain;

/** Sort of a seat event (席位事件类型); stored by name and never renamed. */
public enum SeatEventKind {
    /** Came to the seat and checked in (签到入席). */
    SEATED,
    /** Tried to check in at somebody else's seat (错席签到). */
    WRONG_SEAT,
    /** Tried at a machine that is bound to no seat (未绑定终端). */
    NO_TERMINAL,
    /** A challenge that was used, strange or too old, or a signature that is wrong (凭证不符). */
    BAD_PROOF,
    /** Somebody acted under the member's log in from elsewhere (异处登录被拒). */
    ELSEWHERE,
    /** The seat broke; the member sits at the next by the draw (故障换席). */
    MOVED,
    /** The seat has another terminal now (更换终端). */
    TERMINAL_CHANGED,
    /** The clock is away: an alarm (时钟偏差告警). */
    CLOCK_OFF,
    /** The clock is away so far that nothing is committed to (时钟偏差阻断). */
    CLOCK_BLOCKED,
    /** The clock is right again (时钟恢复). */
    CLOCK_RIGHT,
    /** No beat for too long (终端失联). */
    SILENT,
    /** Beats come again (终端恢复). */
    BACK
}
