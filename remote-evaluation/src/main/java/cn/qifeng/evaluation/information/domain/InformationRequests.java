package cn.qifeng.evaluation.information.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.time.Instant;
import java.util.List;

/** Questions to procuring entities of all sessions (信息征询库). */
public interface InformationRequests {

    /** Those of a session by number. */
    List<InformationRequest> of(SessionId session);

    /** Sessions with a question that waits for an answer longer than until then. */
    List<SessionId> overdue(Instant now);

    /** Stores a new one. */
    void add(SessionId session, InformationRequest request);

    /** Stores one that moved on. */
    void save(SessionId session, InformationRequest request);
}
