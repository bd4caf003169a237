package cn.qifeng.evaluation.hall.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Text channels as the platform keeps them (文字频道库). */
public interface SpokenTexts {

    /** Adds the next message. */
    void add(SpokenText text);

    /** The message that a member sent under this key. */
    Optional<SpokenText> sent(SessionId session, String member, String key);

    /** Messages behind a number, in order; 0: from the first. */
    List<SpokenText> behind(SessionId session, int number, int max);

    /** How many there are. */
    int count(SessionId session);

    /** How many this member sent since then. */
    int countSince(SessionId session, String member, Instant since);
}
