package cn.qifeng.trading.tender.domain;

/**
 * From how many bids on prices are left out of the mean (去高去低), by number or by share. A trimmed bid still gets a score.
 *
 * @param bidsMin the rule holds from this number of bids on
 * @param dropHigh highest prices left out; 0 where a share stands
 * @param dropLow lowest prices left out; 0 where a share stands
 * @param dropHighPercent share of the highest prices left out, a decimal such as {@code 20}, rounded HALF_UP to whole bids;
 *     {@code null} where numbers stand
 * @param dropLowPercent the same of the lowest prices; there exactly when the other is
 */
public record Trim(int bidsMin, int dropHigh, int dropLow, String dropHighPercent, String dropLowPercent) {

    /** By number. */
    public Trim(int bidsMin, int dropHigh, int dropLow) {
        this(bidsMin, dropHigh, dropLow, null, null);
    }

    /** Whether it is by share. */
    public boolean share() {
        return dropHighPercent != null || dropLowPercent != null;
    }
}
