package cn.qifeng.evaluation.hall.domain;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.time.Instant;

/**
 * One message of a hall's text channel (文字频道发言). It is never changed nor removed.
 *
 * @param number from 1, without a gap
 * @param label session code of the member
 * @param member id of the member's certificate, hex
 * @param at legal time
 * @param key key that the browser made for it, so that one sent twice is one
 */
public record SpokenText(
        SessionId session, int number, String label, String member, Instant at, String text, String key) {

    /** Longest text, in characters. */
    public static final int TEXT_MAX = 2_000;

    /** The text as it is kept; refuses with {@link HallRefusal#BAD_TEXT}. */
    public static String readable(String field, String text, int max) {
        var stripped = text == null ? "" : text.strip();
        if (stripped.isEmpty() || stripped.length() > max) {
            throw HallRefusal.BAD_TEXT.at(field, stripped.length(), "1 to " + max + " characters");
        }
        stripped.codePoints().filter(SpokenText::unreadable).findFirst().ifPresent(point -> {
            throw HallRefusal.BAD_TEXT.at(field, "U+%04X".formatted(point), "characters that can be read");
        });
        return stripped;
    }

    private static boolean unreadable(int point) {
        boolean lone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return lone || Character.isISOControl(point) && point != '\n' && point != '\t';
    }
}
