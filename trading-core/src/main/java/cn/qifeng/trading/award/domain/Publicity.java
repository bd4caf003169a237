package cn.qifeng.trading.award.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A publicity period (公示期): the day on which it begins is not counted, it ends at 24:00 of its last day (民法典 §201,
 * §203).
 */
public record Publicity(Instant from, Instant to) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** A period of {@code days} full days that begins now. */
    public static Publicity of(Instant from, int days) {
        var lastDay = from.atZone(ZONE).toLocalDate().plusDays(days);
        return new Publicity(from, lastDay.plusDays(1).atStartOfDay(ZONE).toInstant());
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
