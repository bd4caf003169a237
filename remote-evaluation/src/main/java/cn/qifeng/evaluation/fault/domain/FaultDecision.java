package cn.qifeng.evaluation.fault.domain;

import java.time.Instant;

/**
 * Signed decision about a fault (故障处置决定).
 *
 * @param anew whether the panel is drawn anew in this session; not where prices were open
 * @param statement what procuring entity or agency signed, canonical JSON
 */
public record FaultDecision(Instant at, FaultOutcome outcome, boolean anew, String reason, String statement) {}
