package cn.qifeng.kernel.score;

import cn.qifeng.kernel.Fen;
import java.math.BigDecimal;

/**
 * Price score (报价得分) of one bid with the step that led to it.
 *
 * @param bidId the bid
 * @param price compared price
 * @param deviation (price − D) / D × 100, shown with six decimals; the score itself is computed without this rounding
 * @param counted whether the price took part in the mean
 * @param score rounded HALF_UP to two decimals, from 0 to the full score
 */
public record PriceScore(String bidId, Fen price, BigDecimal deviation, boolean counted, BigDecimal score) {}
