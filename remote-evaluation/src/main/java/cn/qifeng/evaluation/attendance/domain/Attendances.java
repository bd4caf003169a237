package cn.qifeng.evaluation.attendance.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.util.List;

/** Attendances as the platform keeps them (到场记录库). */
public interface Attendances {

    /** All of a session, in the order of their beginning. */
    List<Attendance> of(SessionId session);

    /** Adds one that begins. */
    void add(Attendance attendance);

    /** Stores how one ended. */
    void save(Attendance attendance);
}
