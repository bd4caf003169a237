package cn.qifeng.evaluation.terminal.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.time.Instant;

/** Port to the challenges before check-in (签到挑战); each serves once. */
public interface Challenges {

    /** Gives this challenge to a member, and forgets those of its that are too old. */
    void give(SessionId session, String person, String nonce, Instant now, Instant until);

    /** Uses a challenge up; tells whether it was this member's, unused and in time. */
    boolean use(SessionId session, String person, String nonce, Instant now);
}
