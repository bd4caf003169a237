package cn.qifeng.kernel.score;

import cn.qifeng.kernel.Fen;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Method M-A (综合评估法, 均值乘系数): base price D is the mean of the prices that count, times the drawn coefficient K,
 * rounded HALF_UP to the fen. A bid above D loses E1 points for each per cent, a bid below loses E2; the score is never
 * below zero and is rounded HALF_UP to two decimals. Every quotient is rounded exactly once, from exact decimals
 * (docs/evidence.md section 10).
 *
 * @param fullScore full price score F
 * @param e1 points lost for each per cent above D
 * @param e2 points lost for each per cent below D
 * @param trim rules of trimming; the one with the largest {@code bidsMin} that is reached applies
 */
public record MeanTimesCoefficient(BigDecimal fullScore, BigDecimal e1, BigDecimal e2, List<TrimRule> trim) {

    /** Code of the method in publications and entries. */
    public static final String CODE = "M-A";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int SHOWN_DECIMALS = 6;
    private static final int SCORE_DECIMALS = 2;

    /** Refuses a full score that is not positive and negative factors with {@link IllegalArgumentException}. */
    public MeanTimesCoefficient {
        if (fullScore.signum() <= 0 || e1.signum() < 0 || e2.signum() < 0) {
            throw new IllegalArgumentException("parameters of M-A out of range");
        }
        trim = List.copyOf(trim);
    }

    /**
     * Scores the valid bids.
     *
     * @param bids valid bids in any order, at least one, no bid twice
     * @param k coefficient, above zero
     * @throws IllegalArgumentException when there is no bid, a bid stands twice, or K is not positive
     */
    public PriceScores score(List<PriceBid> bids, BigDecimal k) {
        if (bids.isEmpty() || k.signum() <= 0) {
            throw new IllegalArgumentException("nothing to score");
        }
        if (bids.stream().map(PriceBid::bidId).distinct().count() != bids.size()) {
            throw new IllegalArgumentException("a bid stands twice");
        }
        Set<PriceBid> counted = new HashSet<>(counted(bids));
        BigDecimal sum = counted.stream().map(it -> fen(it.price())).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal count = BigDecimal.valueOf(counted.size());
        Fen base =
                new Fen(sum.multiply(k).divide(count, 0, RoundingMode.HALF_UP).longValueExact());
        if (base.value() == 0) {
            throw new IllegalArgumentException("base price is zero");
        }
        var lines = bids.stream()
                .sorted(Comparator.comparing(PriceBid::bidId))
                .map(it -> line(it, base, counted.contains(it)))
                .toList();
        var mean = sum.divide(count.multiply(HUNDRED), SHOWN_DECIMALS, RoundingMode.HALF_UP);
        return new PriceScores(mean, k, base, lines);
    }

    private List<PriceBid> counted(List<PriceBid> bids) {
        var rule = trim.stream()
                .filter(it -> bids.size() >= it.bidsMin())
                .max(Comparator.comparingInt(TrimRule::bidsMin))
                .orElse(new TrimRule(1, 0, 0));
        return bids.stream()
                .sorted(Comparator.comparing(PriceBid::price).thenComparing(PriceBid::bidId))
                .toList()
                .subList(rule.dropLow(), bids.size() - rule.dropHigh());
    }

    private PriceScore line(PriceBid bid, Fen base, boolean counts) {
        BigDecimal d = fen(base);
        BigDecimal percentTimesBase = fen(bid.price()).subtract(d).multiply(HUNDRED);
        BigDecimal lost = percentTimesBase.signum() > 0
                ? percentTimesBase.multiply(e1)
                : percentTimesBase.negate().multiply(e2);
        BigDecimal score = fullScore.multiply(d).subtract(lost).divide(d, SCORE_DECIMALS, RoundingMode.HALF_UP);
        BigDecimal deviation = percentTimesBase.divide(d, SHOWN_DECIMALS, RoundingMode.HALF_UP);
        return new PriceScore(bid.bidId(), bid.price(), deviation, counts, score.max(BigDecimal.ZERO.setScale(2)));
    }

    private static BigDecimal fen(Fen amount) {
        return BigDecimal.valueOf(amount.value());
    }
}
