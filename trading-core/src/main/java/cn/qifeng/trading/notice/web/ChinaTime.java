package cn.qifeng.trading.notice.web;

import cn.qifeng.kernel.DeadlineCalculator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as people in China read them. */
final class ChinaTime {

    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(DeadlineCalculator.ZONE);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(DeadlineCalculator.ZONE);
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(DeadlineCalculator.ZONE);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(DeadlineCalculator.ZONE);

    private ChinaTime() {}

    static String full(Instant moment) {
        return FULL.format(moment);
    }

    static String minute(Instant moment) {
        return MINUTE.format(moment);
    }

    static String brief(Instant moment) {
        return SHORT.format(moment);
    }

    /** A moment at which a period is over; midnight is the 24:00 of the day before (民法典 §203). */
    static String until(Instant moment) {
        return LocalTime.from(moment.atZone(DeadlineCalculator.ZONE)).equals(LocalTime.MIDNIGHT)
                ? DAY.format(moment.minusMillis(1)) + " 24:00"
                : FULL.format(moment);
    }

    /** A moment with its day of the week, for when a person must come. */
    static String weekday(Instant moment, boolean english) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss (EEE)", english ? Locale.ENGLISH : Locale.CHINA)
                .withZone(DeadlineCalculator.ZONE)
                .format(moment);
    }

    /** What is left until a moment. */
    static String left(Instant now, Instant moment, Words words) {
        var left = Duration.between(now, moment);
        if (left.toHours() >= 24) {
            return words.say("left.days", left.toDays(), left.toHours() % 24);
        }
        return left.toHours() >= 1
                ? words.say("left.hours", left.toHours(), left.toMinutes() % 60)
                : words.say("left.minutes", left.toMinutes(), left.toSeconds() % 60);
    }
}
