package cn.qifeng.trading.opening.domain;

/**
 * A suspension as it stands in its row (中止存行), for holding it against the chain.
 *
 * @param suspension what the row says; {@code null} when that cannot be read
 * @param columnsHold whether lot, place and whether it is decided stand beside it as it says itself
 */
public record StoredSuspension(Suspension suspension, boolean columnsHold) {}
