package cn.qifeng.kernel.score;

/**
 * A fixed number of the highest and lowest prices leaves the mean (去掉若干最高、最低报价).
 *
 * @param bidsMin fewest valid bids at which the rule applies, at least 1
 * @param dropHigh highest prices left out, 0 or more
 * @param dropLow lowest prices left out, 0 or more
 */
public record TrimRule(int bidsMin, int dropHigh, int dropLow) implements Trim {

    /** Refuses a rule that would leave nothing to average with {@link IllegalArgumentException}. */
    public TrimRule {
        if (dropHigh < 0 || dropLow < 0 || bidsMin <= dropHigh + dropLow) {
            throw new IllegalArgumentException(
                    "trim rule leaves no price: " + bidsMin + "/" + dropHigh + "/" + dropLow);
        }
    }

    @Override
    public int high(int bids) {
        return dropHigh;
    }

    @Override
    public int low(int bids) {
        return dropLow;
    }
}
