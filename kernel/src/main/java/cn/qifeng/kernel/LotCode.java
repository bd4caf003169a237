package cn.qifeng.kernel;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Lot code (标段编号), 23 characters: tender project code and 3 digits (技术规范 B.3.5).
 * Codes of other platforms are taken by length and alphabet only.
 */
public record LotCode(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z][0-9A-Z]{22}");

    /** Refuses text that {@link #isValid} rejects with {@link IllegalArgumentException}. */
    public LotCode {
        Objects.requireNonNull(value, "value");
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a lot code: " + value);
        }
    }

    /** Lot number {@code serial} of a tender project; {@code serial} from 1 to 999. */
    public static LotCode of(TenderProjectCode tender, int serial) {
        if (serial < 1 || serial > 999) {
            throw new IllegalArgumentException("serial out of range: " + serial);
        }
        return new LotCode(tender + String.format("%03d", serial));
    }

    /** Whether {@code text} is a letter followed by 22 digits or capital letters. */
    public static boolean isValid(String text) {
        return text != null && FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
