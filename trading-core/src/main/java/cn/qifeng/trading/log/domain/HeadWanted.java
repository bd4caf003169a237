package cn.qifeng.trading.log.domain;

/**
 * A head is wanted soon (待公布树头): fired in the transaction of an entry that people wait for under witnesses, such as
 * a publication. Once it commits, a head is published within about a second instead of with the minute's own. Never
 * fired for bids, whose moments a head must not show.
 */
public record HeadWanted() {}
