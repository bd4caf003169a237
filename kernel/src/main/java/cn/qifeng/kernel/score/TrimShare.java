package cn.qifeng.kernel.score;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A share of the highest and lowest prices leaves the mean (按比例去掉最高、最低报价), rounded HALF_UP to whole bids.
 *
 * @param bidsMin fewest valid bids at which the rule applies, at least 1
 * @param highPercent per cent of the bids left out at the top, from 0, below 50
 * @param lowPercent per cent of the bids left out at the bottom, from 0, below 50
 */
public record TrimShare(int bidsMin, BigDecimal highPercent, BigDecimal lowPercent) implements Trim {

    private static final BigDecimal HALF = BigDecimal.valueOf(50);
    private static final int TO_SHARE = 2;

    /** Refuses shares out of range, and a rule that would leave nothing, with {@link IllegalArgumentException}. */
    public TrimShare {
        if (out(highPercent) || out(lowPercent) || bidsMin < 1) {
            throw new IllegalArgumentException("trim share out of range: " + highPercent + "/" + lowPercent);
        }
        if (bidsMin <= of(highPercent, bidsMin) + of(lowPercent, bidsMin)) {
            throw new IllegalArgumentException("trim share leaves no price of " + bidsMin);
        }
    }

    private static boolean out(BigDecimal percent) {
        return percent.signum() < 0 || percent.compareTo(HALF) >= 0;
    }

    @Override
    public int high(int bids) {
        return of(highPercent, bids);
    }

    @Override
    public int low(int bids) {
        return of(lowPercent, bids);
    }

    private static int of(BigDecimal percent, int bids) {
        return percent.multiply(BigDecimal.valueOf(bids))
                .movePointLeft(TO_SHARE)
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}
