package cn.qifeng.kernel.score;

import cn.qifeng.kernel.Fen;
import java.math.BigDecimal;
import java.util.List;

/**
 * D = mean × factor (综合评估法、合理低价法): method M-A with the drawn coefficient K, method M-B with 1 − the drawn
 * discount (下浮率).
 *
 * @param factor above zero
 */
public record MeanTimes(BigDecimal factor) implements BasePriceRule {

    /** Refuses a factor that is not positive with {@link IllegalArgumentException}. */
    public MeanTimes {
        if (factor.signum() <= 0) {
            throw new IllegalArgumentException("factor of the mean is not positive: " + factor);
        }
    }

    /** The rule of method M-B: a discount from 0, below 1, such as 0.03 for 3 %. */
    public static MeanTimes lessDiscount(BigDecimal discount) {
        if (discount.signum() < 0) {
            throw new IllegalArgumentException("negative discount: " + discount);
        }
        return new MeanTimes(BigDecimal.ONE.subtract(discount));
    }

    @Override
    public Fen base(List<PriceBid> bids, CountedPrices counted) {
        return counted.times(factor, BigDecimal.ZERO);
    }
}
