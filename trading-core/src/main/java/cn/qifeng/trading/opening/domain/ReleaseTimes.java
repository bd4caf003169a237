package cn.qifeng.trading.opening.domain;

import java.time.Duration;

/**
 * Times of a release window (解密时限参数) beside its published length.
 *
 * @param gapMax the longest time between two signs of life that is no outage, machine time; the platform gives one every
 *     second
 * @param settle from the end of the window to its closing: releases stamped in time end within it, legal time
 * @param decision how long the closing waits for host and supervisor when the platform is the cause, legal time
 */
public record ReleaseTimes(Duration gapMax, Duration settle, Duration decision) {

    /** Where bidders sit at their desks. */
    public static final ReleaseTimes PRODUCTION =
            new ReleaseTimes(Duration.ofSeconds(30), Duration.ofSeconds(12), Duration.ofMinutes(10));

    /** Where one person plays everybody and can move the clock on. */
    public static final ReleaseTimes SANDBOX =
            new ReleaseTimes(Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(1));
}
