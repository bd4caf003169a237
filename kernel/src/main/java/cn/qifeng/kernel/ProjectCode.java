package cn.qifeng.kernel;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Project code (项目编号), 17 characters: platform code and 6 digits (技术规范 B.3.2).
 * Codes of other platforms are taken by length and alphabet only.
 */
public record ProjectCode(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z][0-9A-Z]{16}");

    /** Refuses text that {@link #isValid} rejects with {@link IllegalArgumentException}. */
    public ProjectCode {
        Objects.requireNonNull(value, "value");
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a project code: " + value);
        }
    }

    /** Project number {@code serial} of a platform; {@code serial} from 1 to 999999. */
    public static ProjectCode of(PlatformCode platform, int serial) {
        if (serial < 1 || serial > 999999) {
            throw new IllegalArgumentException("serial out of range: " + serial);
        }
        return new ProjectCode(platform + String.format("%06d", serial));
    }

    /** Whether {@code text} is a letter followed by 16 digits or capital letters. */
    public static boolean isValid(String text) {
        return text != null && FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
