package cn.qifeng.evaluation.terminal.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port to the presences (在席库). */
public interface Presences {

    /** The presence of a person in a session. */
    Optional<Presence> of(SessionId session, String person);

    /** The same, locked until the transaction ends. */
    Optional<Presence> lock(SessionId session, String person);

    /** Everybody who checked in, by number. */
    List<Presence> in(SessionId session);

    /** Those who still work, are not noted as silent, and gave no beat since. */
    List<Presence> withoutBeatSince(Instant moment);

    /** Keeps a new one or what became of one. */
    void save(Presence presence);
}
