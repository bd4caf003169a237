package cn.qifeng.trading.opening.domain;

/** The deadline checkpoint (截止检查点): the bid list and the content hash of its entry. */
public record Checkpoint(BidList list, String hash) {}
