package cn.qifeng.kernel.score;

import java.math.BigDecimal;

/**
 * What the base price of method M-D is made of (ABC 合成法的组成).
 *
 * @param limit lower limit of the range in yuan, shown with six decimals
 * @param inRange how many bids are in range; all of them where none reached the limit
 * @param a ceiling × (1 − Δ) in yuan, exact
 * @param b the bid that was drawn
 * @param c the bid with the lowest price in range
 */
public record AbcParts(BigDecimal limit, int inRange, BigDecimal a, PriceBid b, PriceBid c) {}
