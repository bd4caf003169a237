package cn.qifeng.kernel;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Tender project code (招标项目编号), 20 characters: project code and 3 digits (技术规范 B.3.4).
 * Codes of other platforms are taken by length and alphabet only.
 */
public record TenderProjectCode(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z][0-9A-Z]{19}");

    /** Refuses text that {@link #isValid} rejects with {@link IllegalArgumentException}. */
    public TenderProjectCode {
        Objects.requireNonNull(value, "value");
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a tender project code: " + value);
        }
    }

    /** Tender number {@code serial} of a project; {@code serial} from 1 to 999. */
    public static TenderProjectCode of(ProjectCode project, int serial) {
        if (serial < 1 || serial > 999) {
            throw new IllegalArgumentException("serial out of range: " + serial);
        }
        return new TenderProjectCode(project + String.format("%03d", serial));
    }

    /** Whether {@code text} is a letter followed by 19 digits or capital letters. */
    public static boolean isValid(String text) {
        return text != null && FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
