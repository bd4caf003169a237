package cn.qifeng.trading.notice.web;

import cn.qifeng.kernel.DeadlineCalculator;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Moments as people in China read them. */
final class ChinaTime {

    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(DeadlineCalculator.ZONE);
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(DeadlineCalculator.ZONE);

    private ChinaTime() {}

    static String full(Instant moment) {
        return FULL.format(moment);
    }

    static String brief(Instant moment) {
        return SHORT.format(moment);
    }
}
