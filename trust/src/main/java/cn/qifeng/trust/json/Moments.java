package cn.qifeng.trust.json;

import cn.qifeng.trust.TrustRefusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;

/** Moments as they stand in signed documents (时刻): UTC with exactly three digits of milliseconds. */
public final class Moments {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
            .withZone(ZoneOffset.UTC)
            .withResolverStyle(ResolverStyle.STRICT);

    private Moments() {}

    /** For example {@code 2026-12-22T01:30:00.000Z}; what is finer than a millisecond is cut off. */
    public static String format(Instant moment) {
        return FORMAT.format(moment.truncatedTo(ChronoUnit.MILLIS));
    }

    /** Reads exactly the form of {@link #format}; refuses every other one. */
    public static Instant parse(String text) {
        try {
            return FORMAT.parse(text, Instant::from);
        } catch (DateTimeException | NullPointerException other) {
            throw TrustRefusal.BAD_FIELD.at("moment", text, "2026-12-22T01:30:00.000Z");
        }
    }
}
