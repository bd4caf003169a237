package cn.qifeng.evaluation.hall.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * How much one line may send (消息速率): so many messages at once, and a number each second in the long run. One for each
 * line, used by one thread at a time.
 */
public final class Pace {

    private final double burst;
    private final double eachSecond;
    private double left;
    private Instant at;

    /** A pace with its whole allowance. */
    public Pace(int burst, int eachSecond, Instant now) {
        this.burst = burst;
        this.eachSecond = eachSecond;
        this.left = burst;
        this.at = now;
    }

    /** Whether one more message is within the pace. */
    public synchronized boolean allows(Instant now) {
        double seconds = Math.max(0, Duration.between(at, now).toMillis()) / 1000.0;
        left = Math.min(burst, left + seconds * eachSecond);
        at = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
