package cn.qifeng.evaluation.clearing.domain;

import java.math.BigDecimal;

/**
 * From where on a price is worth a look (清标阈值). None of them is a limit of law: they only say what is shown.
 *
 * @param deviationPercent how far a unit price may lie from the median of all bids, in percent (单价偏离率)
 * @param unbalancedPercent how far a unit price may depart from the median at the bid's own level of prices, in percent
 *     (不平衡报价偏离率); usually the 15 % of GB 50500 9.6.2
 * @param weightPercent what a line must weigh in the bid's items for its imbalance to matter, in percent (权重下限)
 * @param bidsMin how many bids must have priced an item before their prices are compared (最少可比家数)
 * @param roundingYuan up to which difference, in yuan, a sum is a matter of rounding (尾差)
 */
public record Thresholds(
        BigDecimal deviationPercent,
        BigDecimal unbalancedPercent,
        BigDecimal weightPercent,
        int bidsMin,
        BigDecimal roundingYuan) {

    private static final BigDecimal PERCENT_MAX = new BigDecimal(900);

    /** Throws {@link IllegalArgumentException} for percentages outside 0 to 900 or fewer than two bids. */
    public Thresholds {
        requirePercent(deviationPercent);
        requirePercent(unbalancedPercent);
        requirePercent(weightPercent);
        if (bidsMin < 2 || roundingYuan.signum() < 0) {
            throw new IllegalArgumentException("bidsMin " + bidsMin + ", roundingYuan " + roundingYuan);
        }
    }

    /** 30 %, 15 %, 0.5 %, three bids, one fen. */
    public static Thresholds usual() {
        return new Thresholds(
                new BigDecimal("30"), new BigDecimal("15"), new BigDecimal("0.5"), 3, new BigDecimal("0.01"));
    }

    private static void requirePercent(BigDecimal percent) {
        if (percent.signum() < 0 || percent.compareTo(PERCENT_MAX) > 0) {
            throw new IllegalArgumentException("a percentage: " + percent);
        }
    }
}
