package cn.qifeng.kernel.score;

/**
 * How many of the highest and lowest prices leave the mean (去掉最高、最低报价) once enough bids count.
 *
 * @param bidsMin fewest valid bids at which the rule applies, at least 1
 * @param dropHigh highest prices left out, 0 or more
 * @param dropLow lowest prices left out, 0 or more
 */
public record TrimRule(int bidsMin, int dropHigh, int dropLow) {

    /** Refuses a rule that would leave nothing to average with {@link IllegalArgumentException}. */
    public TrimRule {
        if (dropHigh < 0 || dropLow < 0 || bidsMin <= dropHigh + dropLow) {
            throw new IllegalArgumentException(
                    "trim rule leaves no price: " + bidsMin + "/" + dropHigh + "/" + dropLow);
        }
    }
}
