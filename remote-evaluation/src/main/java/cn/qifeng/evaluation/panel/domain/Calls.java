package cn.qifeng.evaluation.panel.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Calls of all sessions (呼叫记录). */
public interface Calls {

    /** Calls in one of these states, the oldest first. */
    List<Call> in(CallState... states);

    /** Calls of a session, the oldest first. */
    List<Call> of(SessionId session);

    /** The call of an expert in a session. */
    Optional<Call> of(SessionId session, String number);

    /** One call, locked until the transaction ends. */
    Optional<Call> lock(UUID id);

    /** Stores a call, new or changed. */
    void save(Call call);
}
