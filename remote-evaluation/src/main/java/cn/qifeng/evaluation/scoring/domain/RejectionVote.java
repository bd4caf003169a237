package cn.qifeng.evaluation.scoring.domain;

/**
 * One member's vote on a proposal (否决表决).
 *
 * @param member certificate id
 * @param rejects true for the rejection
 * @param opinion what the member adds, needed from whoever votes against; kept as dissent
 * @param statement the signed statement, canonical JSON
 */
public record RejectionVote(String member, boolean rejects, String opinion, String statement) {}
