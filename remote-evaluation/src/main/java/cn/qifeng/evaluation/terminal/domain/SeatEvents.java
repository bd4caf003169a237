package cn.qifeng.evaluation.terminal.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.time.Instant;
import java.util.List;

/** Port to the seat events (席位事件库); nobody changes or deletes one. */
public interface SeatEvents {

    /** Keeps one. */
    void add(SeatEvent event);

    /** Whether the same was kept since: same member, sort, seat and source. */
    boolean known(SeatEvent event, Instant since);

    /** Events of a session, newest first. */
    List<SeatEvent> of(SessionId session, int max);
}
