package cn.qifeng.evaluation.clearing.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All clearings with their findings (清标库). */
public interface Clearings {

    /** The clearing of a session. */
    Optional<ClearingRun> find(SessionId session);

    /** Sessions whose clearing waits, or was not heard of for so long that who ran it must have ended. */
    List<SessionId> due(Duration silence);

    /** Stores it, and that it was heard of now. */
    void save(ClearingRun run);

    /** Takes a due one for this caller, unless somebody else was quicker. */
    boolean take(SessionId session, Duration silence);

    /** Removes whatever was found in an earlier attempt. */
    void forget(SessionId session);

    /** What became of one bid, and its findings behind those that it has. */
    void put(SessionId session, ClearedBid bid, List<Finding> findings);

    /** What became of each bid that was read. */
    Map<String, ClearedBid> bids(SessionId session);

    /** How many findings fit, by bid. */
    Map<String, Integer> count(SessionId session, FindingFilter filter);

    /** Findings of one bid that fit, in the order of its bill. */
    List<Finding> list(SessionId session, String bidId, FindingFilter filter, int offset, int limit);
}
