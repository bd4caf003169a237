package cn.qifeng.evaluation.hall.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.util.Optional;

/**
 * Freeze of a session (会议冻结): from its entry on nothing is committed, voted, signed or decided; drafts, reading and talk
 * go on, and what a bidder or an invited expert has to answer in time.
 *
 * @param number from 1 in each session
 * @param ended how it ended; empty while it lasts
 */
public record Freeze(SessionId session, int number, WitnessAct begun, Optional<WitnessAct> ended) {

    /** Whether it still holds. */
    public boolean lasts() {
        return ended.isEmpty();
    }

    /** The session goes on. */
    public Freeze end(WitnessAct act) {
        return new Freeze(session, number, begun, Optional.of(act));
    }
}
