package cn.qifeng.kernel.score;

import cn.qifeng.kernel.Fen;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The prices that take part in the mean (参与均值计算的报价), after trimming: the sum is exact, and whatever is computed
 * from the mean is rounded once.
 */
public final class CountedPrices {

    private static final BigDecimal FEN_IN_YUAN = BigDecimal.valueOf(100);
    private static final int SHOWN_DECIMALS = 6;

    private final Set<PriceBid> bids;
    private final BigDecimal sum;
    private final BigDecimal count;

    private CountedPrices(List<PriceBid> counted) {
        this.bids = new HashSet<>(counted);
        this.sum = counted.stream().map(it -> decimal(it.price())).reduce(BigDecimal.ZERO, BigDecimal::add);
        this.count = BigDecimal.valueOf(counted.size());
    }

    /**
     * The prices that count among valid bids in any order; of equal prices the later bidId is the higher one.
     *
     * @param trim rules; the one with the largest {@code bidsMin} that is reached applies
     * @throws IllegalArgumentException when there is no bid, a bid stands twice, or the rule leaves none
     */
    static CountedPrices of(List<PriceBid> bids, List<? extends Trim> trim) {
        if (bids.isEmpty()) {
            throw new IllegalArgumentException("nothing to score");
        }
        if (bids.stream().map(PriceBid::bidId).distinct().count() != bids.size()) {
            throw new IllegalArgumentException("a bid stands twice");
        }
        int high = 0;
        int low = 0;
        var rule = trim.stream().filter(it -> bids.size() >= it.bidsMin()).max(Comparator.comparingInt(Trim::bidsMin));
        if (rule.isPresent()) {
            high = rule.get().high(bids.size());
            low = rule.get().low(bids.size());
        }
        if (high + low >= bids.size()) {
            throw new IllegalArgumentException("trimming leaves no price of " + bids.size());
        }
        return new CountedPrices(bids.stream()
                .sorted(Comparator.comparing(PriceBid::price).thenComparing(PriceBid::bidId))
                .toList()
                .subList(low, bids.size() - high));
    }

    boolean has(PriceBid bid) {
        return bids.contains(bid);
    }

    /** The mean in yuan, shown with six decimals. */
    BigDecimal mean() {
        return sum.divide(count.multiply(FEN_IN_YUAN), SHOWN_DECIMALS, RoundingMode.HALF_UP);
    }

    /** mean × factor + addend (in fen), in yuan, shown with six decimals. */
    BigDecimal shown(BigDecimal factor, BigDecimal addend) {
        return sum.multiply(factor)
                .add(addend.multiply(count))
                .divide(count.multiply(FEN_IN_YUAN), SHOWN_DECIMALS, RoundingMode.HALF_UP);
    }

    /** mean × factor + addend (in fen), rounded HALF_UP to the fen. */
    Fen times(BigDecimal factor, BigDecimal addend) {
        return new Fen(sum.multiply(factor)
                .add(addend.multiply(count))
                .divide(count, 0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    /** Whether an amount (in fen) is at least mean × factor + addend (in fen), compared without rounding. */
    boolean reaches(BigDecimal amount, BigDecimal factor, BigDecimal addend) {
        return amount.multiply(count).compareTo(sum.multiply(factor).add(addend.multiply(count))) >= 0;
    }

    static BigDecimal decimal(Fen amount) {
        return BigDecimal.valueOf(amount.value());
    }
}
