package cn.qifeng.evaluation.clarification.domain;

/**
 * One member's vote on whether the panel asks (是否提出澄清的表决); the proposer's is its proposal.
 *
 * @param member certificate id
 * @param opinion needed from whoever is against
 * @param statement the signed statement, canonical JSON
 */
public record QuestionVote(String member, boolean inFavour, String opinion, String statement) {}
