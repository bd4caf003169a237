package cn.qifeng.evaluation.hall.domain;

import java.time.Instant;

/**
 * What a watcher did, and why (见证处置).
 *
 * @param at legal time
 * @param person id of the person
 * @param role {@code supervisor} or {@code notary}
 */
public record WitnessAct(Instant at, String person, String role, String reason) {

    private static final int REASON_MAX = 500;

    public WitnessAct {
        reason = SpokenText.readable("reason", reason, REASON_MAX);
    }
}
