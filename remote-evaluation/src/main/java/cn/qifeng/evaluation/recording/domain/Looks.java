package cn.qifeng.evaluation.recording.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Looks at recordings (调阅记录); they are only added. */
public interface Looks {

    /**
     * Somebody looked at a recording (调阅).
     *
     * @param person id of the person
     * @param at machine time
     */
    record Look(UUID id, SessionId session, String person, String role, String reason, Instant at) {}

    /** Stores a look. */
    void add(Look look);

    /** Looks of a session, the newest first. */
    List<Look> of(SessionId session);
}
