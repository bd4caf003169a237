package cn.qifeng.evaluation.report.domain;

/**
 * What one bidder is told of the evaluation of its bid (投标人评审结果告知书), kept by its hash.
 *
 * @param sm3 hash of the PDF, hex
 */
public record BidderPart(String bidId, String sm3) {}
