package cn.qifeng.kernel.score;

import cn.qifeng.kernel.Fen;
import java.math.BigDecimal;
import java.util.List;

/**
 * Method M-C (均值与控制价复合): D = A × K1 × Q1 + B × K2 × (1 − Q1), with the trimmed mean A and the price ceiling B
 * (最高投标限价).
 *
 * @param ceiling B
 * @param k1 factor of the mean, above zero
 * @param k2 factor of the ceiling, above zero
 * @param q1 weight of the mean, from 0 to 1
 */
public record MeanWithCeiling(Fen ceiling, BigDecimal k1, BigDecimal k2, BigDecimal q1) implements BasePriceRule {

    /** Refuses coefficients out of range with {@link IllegalArgumentException}. */
    public MeanWithCeiling {
        if (ceiling.value() == 0 || k1.signum() <= 0 || k2.signum() <= 0) {
            throw new IllegalArgumentException("ceiling, K1 or K2 is not positive");
        }
        if (q1.signum() < 0 || q1.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("weight Q1 out of range: " + q1);
        }
    }

    @Override
    public Fen base(List<PriceBid> bids, CountedPrices counted) {
        var ofCeiling = CountedPrices.decimal(ceiling).multiply(k2).multiply(BigDecimal.ONE.subtract(q1));
        return counted.times(k1.multiply(q1), ofCeiling);
    }
}
