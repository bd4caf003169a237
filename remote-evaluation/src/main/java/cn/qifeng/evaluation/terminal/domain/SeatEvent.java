package cn.qifeng.evaluation.terminal.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.time.Instant;

/**
 * Something at the seats of a session that watchers see (席位事件).
 *
 * @param number number of the member on the panel
 * @param seat key of the seat at which it happened; empty where that is unknown
 * @param at machine time
 * @param address source of the request; empty for what the platform noticed itself
 * @param offsetMs offset of the clock in milliseconds; 0 where it is not about the clock
 */
public record SeatEvent(
        SessionId session, String number, SeatEventKind kind, String seat, Instant at, String address, long offsetMs) {

    /** The same of a member who is named otherwise. */
    public SeatEvent of(String name) {
        return new SeatEvent(session, name, kind, seat, at, address, offsetMs);
    }

    /** Whether the member at its seat is told of it: somebody tried to be it. */
    public boolean intrusion() {
        return kind == SeatEventKind.ELSEWHERE || kind == SeatEventKind.BAD_PROOF;
    }
}
