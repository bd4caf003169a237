package cn.qifeng.evaluation.fault.domain;

import java.time.Instant;

/**
 * Signed decision about a fault (故障处置决定).
 *
 * @param anew whether the panel is drawn anew in this session; decisions of the time before record 0510 were also without,
 *     where prices were open, and such a session stands still for good
 * @param statement what procuring entity or agency signed, canonical JSON
 */
public record FaultDecision(Instant at, FaultOutcome outcome, boolean anew, String reason, String statement) {}
