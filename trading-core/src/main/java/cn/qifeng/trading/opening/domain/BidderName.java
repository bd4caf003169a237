package cn.qifeng.trading.opening.domain;

/** Whose a bid of the list is (投标人名称): shown from {@code lot/names} on. */
public record BidderName(String bidId, String name, String uscc) {}
