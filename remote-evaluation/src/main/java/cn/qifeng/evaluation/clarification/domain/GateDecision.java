package cn.qifeng.evaluation.clarification.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * What the supervisor decided at the gate (监督放行): released with a deadline, or stopped with a reason.
 *
 * @param at legal time of the decision
 * @param deadline until when the bidder may answer; empty when it was stopped
 * @param statement the signed statement, canonical JSON
 */
public record GateDecision(Instant at, Optional<Instant> deadline, String reason, String statement) {}
