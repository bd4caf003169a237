package cn.qifeng.kernel.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Technical score (技术得分) of a bid: the mean of the members' totals, rounded HALF_UP to two decimals. */
public final class TechnicalMean {

    private TechnicalMean() {}

    /** Mean of the members' totals; throws {@link IllegalArgumentException} for an empty list. */
    public static BigDecimal of(List<BigDecimal> totals) {
        if (totals.isEmpty()) {
            throw new IllegalArgumentException("no sheet");
        }
        return totals.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(totals.size()), 2, RoundingMode.HALF_UP);
    }
}
