package cn.qifeng.kernel;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Code of a trading platform (交易平台代码), 11 characters: GB/T 4754 letter, 6 digits of region, 4 digits (技术规范 B.3.1).
 * Codes of other platforms are taken by length and alphabet only.
 */
public record PlatformCode(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z][0-9A-Z]{10}");

    /** Refuses text that {@link #isValid} rejects with {@link IllegalArgumentException}. */
    public PlatformCode {
        Objects.requireNonNull(value, "value");
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a platform code: " + value);
        }
    }

    /** Platform number {@code serial} under a letter and a region, such as {@code E330703}; {@code serial} from 1 to 9999. */
    public static PlatformCode of(String letterAndRegion, int serial) {
        if (serial < 1 || serial > 9999) {
            throw new IllegalArgumentException("serial out of range: " + serial);
        }
        return new PlatformCode(letterAndRegion + String.format("%04d", serial));
    }

    /** Whether {@code text} is a letter followed by 10 digits or capital letters. */
    public static boolean isValid(String text) {
        return text != null && FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
