package cn.qifeng.trading.opening.domain;

import java.time.Duration;

/**
 * How long the steps of an opening take (开标时限), in legal time.
 *
 * @param settle from the deadline to the freeze: seals stamped in time end within it
 * @param viewing from the bid list to the names: every bidder's client finds its receipt
 * @param freeze from the deadline to the bid list, at most
 * @param patience how long a step that is overdue is tried before the opening is suspended, machine time
 * @param objections from the opening to the record: objections on the spot
 */
public record OpeningTimes(Duration settle, Duration freeze, Duration patience, Duration viewing, Duration objections) {

    private static final Duration FREEZE = Duration.ofMinutes(10);

    /** Where bidders sit at their desks: the list is open for ten minutes. */
    public static final OpeningTimes PRODUCTION = new OpeningTimes(
            Duration.ofSeconds(12), FREEZE, Duration.ofSeconds(30), Duration.ofMinutes(10), Duration.ofMinutes(10));

    /** Where one person plays everybody: time enough to write an objection, and the clock can be moved on. */
    public static final OpeningTimes SANDBOX = new OpeningTimes(
            Duration.ofSeconds(1), FREEZE, Duration.ofSeconds(3), Duration.ofMinutes(1), Duration.ofMinutes(1));
}
