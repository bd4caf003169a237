package cn.qifeng.evaluation.clarification.application;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody owes about a clarification (澄清待办).
 *
 * @param due until when, for the bidder
 */
public record ClarificationDuty(
        String session, String tender, String lot, String name, int number, Act act, Optional<Instant> due) {

    /** What is to be done. */
    public enum Act {
        /** The bidder answers (答复). */
        ANSWER,
        /** The supervisor lets it through or stops it (放行). */
        GATE,
        /** A member votes on asking (表决). */
        VOTE,
        /** A member finds on the answer (认定). */
        FIND
    }
}
