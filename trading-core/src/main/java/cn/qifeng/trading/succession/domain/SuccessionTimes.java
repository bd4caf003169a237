package cn.qifeng.trading.succession.domain;

import java.time.Duration;

/**
 * How near to the bid deadline a key set may be replaced (密钥组更替时限), in legal time.
 *
 * @param beforeDeadline how long before the deadline the replacement is signed at the latest: time to seal again
 */
public record SuccessionTimes(Duration beforeDeadline) {

    /** Where bidders sit at their desks: an hour. */
    public static final SuccessionTimes PRODUCTION = new SuccessionTimes(Duration.ofHours(1));

    /** Where one person plays everybody. */
    public static final SuccessionTimes SANDBOX = new SuccessionTimes(Duration.ofMinutes(1));
}
