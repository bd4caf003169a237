package cn.qifeng.evaluation.clearing.application;

/**
 * A bid as the one who asks may know it: to a member by its own label with bidder and price, which are open to the panel
 * since the review began; to a supervisor by its number in the bid list and nothing else.
 *
 * @param label label or number
 * @param name bidder, or {@code null}
 * @param priceFen price read out, or {@code null}
 */
public record ShownBid(String label, String bidId, String name, Long priceFen) {}
