package cn.qifeng.evaluation.fault.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.util.List;

/** Faults as the platform keeps them (故障记录库). */
public interface Faults {

    /** All of a session, in order. */
    List<Fault> of(SessionId session);

    /** Adds one that was reported. */
    void add(Fault fault);

    /** Those of all sessions that are not decided, with what people were told of them. */
    List<Told> undecided();

    /** A fault and what people were told of it (已告知情况). */
    record Told(Fault fault, FaultNotice told) {}

    /** Notes what people are told; {@code false} where it was noted before. */
    boolean tell(Fault fault, FaultNotice notice);

    /** Stores how it was cleared or decided. */
    void save(Fault fault);
}
