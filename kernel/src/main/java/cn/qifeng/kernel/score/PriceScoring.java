package cn.qifeng.kernel.score;

import cn.qifeng.kernel.Fen;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;

/**
 * Price scores (报价得分) by distance from a base price D: a bid above D loses E1 points for each per cent, a bid below
 * loses E2; the score is never below zero and is rounded HALF_UP to two decimals. Every quotient is rounded exactly
 * once, from exact decimals.
 *
 * @param fullScore full price score F, above zero
 * @param e1 points lost for each per cent above D, 0 or more
 * @param e2 points lost for each per cent below D, 0 or more
 * @param trim which prices leave the mean; the rule with the largest {@code bidsMin} that is reached applies
 */
public record PriceScoring(BigDecimal fullScore, BigDecimal e1, BigDecimal e2, List<Trim> trim) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int SHOWN_DECIMALS = 6;
    private static final int SCORE_DECIMALS = 2;

    /** Refuses a full score that is not positive and negative factors with {@link IllegalArgumentException}. */
    public PriceScoring {
        if (fullScore.signum() <= 0 || e1.signum() < 0 || e2.signum() < 0) {
            throw new IllegalArgumentException("full score or deductions out of range");
        }
        trim = List.copyOf(trim);
    }

    /**
     * Scores the valid bids.
     *
     * @param bids valid bids in any order, at least one, no bid twice
     * @throws IllegalArgumentException when there is no bid, a bid stands twice, or the rule finds no base price
     */
    public PriceScores score(List<PriceBid> bids, BasePriceRule rule) {
        var counted = CountedPrices.of(bids, trim);
        var base = rule.base(bids, counted);
        if (base.value() == 0) {
            throw new IllegalArgumentException("base price is zero");
        }
        var lines = bids.stream()
                .sorted(Comparator.comparing(PriceBid::bidId))
                .map(it -> line(it, base, counted.has(it)))
                .toList();
        return new PriceScores(counted.mean(), base, rule.parts(bids, counted), lines);
    }

    private PriceScore line(PriceBid bid, Fen base, boolean counts) {
        BigDecimal d = CountedPrices.decimal(base);
        BigDecimal percentTimesBase =
                CountedPrices.decimal(bid.price()).subtract(d).multiply(HUNDRED);
        BigDecimal lost = percentTimesBase.signum() > 0
                ? percentTimesBase.multiply(e1)
                : percentTimesBase.negate().multiply(e2);
        BigDecimal score = fullScore.multiply(d).subtract(lost).divide(d, SCORE_DECIMALS, RoundingMode.HALF_UP);
        BigDecimal deviation = percentTimesBase.divide(d, SHOWN_DECIMALS, RoundingMode.HALF_UP);
        return new PriceScore(bid.bidId(), bid.price(), deviation, counts, score.max(BigDecimal.ZERO.setScale(2)));
    }
}
