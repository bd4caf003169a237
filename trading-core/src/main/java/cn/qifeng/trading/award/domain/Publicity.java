package cn.qifeng.trading.award.domain;

import cn.qifeng.kernel.DeadlineCalculator;
import java.time.Duration;
import java.time.Instant;

/** A publicity period (公示期); it ends at 24:00 of its last day (民法典 §201, §203). */
public record Publicity(Instant from, Instant to) {

    /** A period of {@code days} full days that begins now; the day on which it begins is not counted. */
    public static Publicity of(Instant from, int days, DeadlineCalculator calculator) {
        return new Publicity(from, calculator.endOfDays(from, days).end());
    }

    /** Whether it has run out. */
    public boolean over(Instant now) {
        return !now.isBefore(to);
    }

    /** Its length. */
    public Duration length() {
        return Duration.between(from, to);
    }
}
