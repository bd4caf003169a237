package cn.qifeng.evaluation.fault.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.util.List;

/** Faults as the platform keeps them (故障记录库). */
public interface Faults {

    /** All of a session, in order. */
    List<Fault> of(SessionId session);

    /** Adds one that was reported. */
    void add(Fault fault);

    /** Stores how it was cleared or decided. */
    void save(Fault fault);
}
