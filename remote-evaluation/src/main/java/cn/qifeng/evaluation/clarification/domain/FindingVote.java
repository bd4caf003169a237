package cn.qifeng.evaluation.clarification.domain;

/**
 * One member's finding on an answer (澄清认定意见).
 *
 * @param member certificate id
 * @param opinion needed from whoever does not accept; kept as dissent
 * @param statement the signed statement, canonical JSON
 */
public record FindingVote(String member, Finding finding, String opinion, String statement) {}
