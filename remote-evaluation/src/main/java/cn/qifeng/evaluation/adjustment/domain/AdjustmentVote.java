package cn.qifeng.evaluation.adjustment.domain;

/**
 * A member's vote on a finding (认定表决).
 *
 * @param member certificate id
 * @param opinion needed against it
 * @param statement the signed statement, canonical JSON
 */
public record AdjustmentVote(String member, boolean agrees, String opinion, String statement) {}
