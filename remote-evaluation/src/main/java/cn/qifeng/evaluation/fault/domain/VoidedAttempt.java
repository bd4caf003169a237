package cn.qifeng.evaluation.fault.domain;

import java.time.Instant;

/**
 * An evaluation, or re-review, that the decision on a fault made void and that was done again (作废的评审, 实施条例 §81).
 *
 * @param fault number of the fault in its session
 * @param at when it was decided
 */
public record VoidedAttempt(int fault, Instant at, String reason) {}
