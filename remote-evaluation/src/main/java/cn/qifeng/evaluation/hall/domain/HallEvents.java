package cn.qifeng.evaluation.hall.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.util.List;

/** Hall events as the platform keeps them (评标厅事件库). */
public interface HallEvents {

    /** Adds one. */
    void add(HallEvent event);

    /** The newest ones of a session, newest first. */
    List<HallEvent> of(SessionId session, int max);
}
