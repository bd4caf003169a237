package cn.qifeng.kernel.score;

/** How many of the highest and lowest prices leave the mean (去掉最高、最低报价) once enough bids count. */
public sealed interface Trim permits TrimRule, TrimShare {

    /** Fewest valid bids at which the rule applies, at least 1. */
    int bidsMin();

    /** Highest prices left out of so many. */
    int high(int bids);

    /** Lowest prices left out of so many. */
    int low(int bids);
}
