package cn.qifeng.trading.award.domain;

import cn.qifeng.kernel.Uscc;

/**
 * A bidder that does not win, with what it is told (招标投标法 §45, 电子招标投标办法 §36).
 *
 * @param reason {@code REJECTED}, {@code NOT_FINALIST} or {@code NOT_CHOSEN}
 * @param detail reason of the rejection, or the scores; for its own bidder only
 */
public record Loser(BidRef bid, String name, Uscc uscc, String reason, String detail) {}
