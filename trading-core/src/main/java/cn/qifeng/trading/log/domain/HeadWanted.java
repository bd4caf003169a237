package cn.qifeng.trading.log.domain;

/**
 * Fired in the transaction of an entry that people wait for under a witnessed head, such as a publication: once it
 * commits, a head is published within about a second instead of with the minute's own. Never fired for bids, whose
 * moments a head must not show.
 */
public record HeadWanted() {}
