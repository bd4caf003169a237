package cn.qifeng.trading.succession.domain;

import java.time.Duration;

/**
 * How near to the bid deadline a key set may be replaced (密钥组更替时限), in legal time.
 *
 * @param beforeDeadline how long before the deadline the replacement is signed at the latest: time to seal again
 * @param resealing how long bidders have at least to seal again where the deadline moves, because bids sealed to a former
 *     set cannot be opened: what they offer stays as it is
 */
public record SuccessionTimes(Duration beforeDeadline, Duration resealing) {

    /** Where bidders sit at their desks: an hour, and three days. */
    public static final SuccessionTimes PRODUCTION = new SuccessionTimes(Duration.ofHours(1), Duration.ofDays(3));

    /** Where one person plays everybody. */
    public static final SuccessionTimes SANDBOX = new SuccessionTimes(Duration.ofMinutes(1), Duration.ofMinutes(1));
}
