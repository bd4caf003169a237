package cn.qifeng.trading.bidding.domain;

import java.time.Instant;
import java.util.UUID;

/** Port to what each node has decided (各节点已决时刻): every seal that it stamped up to its mark is recorded or refused. */
public interface DecidedMarks {

    /**
     * Sets a node's mark in a transaction of its own.
     *
     * @param decidedUntil legal time
     * @param machine the database's own time, by which marks grow old
     */
    void put(UUID node, Instant decidedUntil, Instant machine);

    /** Whether a node whose mark was renewed after {@code renewedAfter} has one that is not past {@code moment}. */
    boolean anyUpTo(Instant moment, Instant renewedAfter);

    /** Forgets nodes whose marks were last renewed before a moment. */
    void forget(Instant renewedBefore);
}
