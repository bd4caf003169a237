package cn.qifeng.evaluation.handover.domain;

/**
 * What the main site says of one item (逐项接收意见).
 *
 * @param reason why it is sent back; empty where it was received
 */
public record ItemRuling(int number, boolean accepted, String reason) {}
