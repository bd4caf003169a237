package cn.qifeng.trading.tender.domain;

/**
 * From how many bids on prices are left out of the mean (去高去低). A trimmed bid still gets a score.
 *
 * @param bidsMin the rule holds from this number of bids on
 * @param dropHigh highest prices left out
 * @param dropLow lowest prices left out
 */
public record Trim(int bidsMin, int dropHigh, int dropLow) {}
