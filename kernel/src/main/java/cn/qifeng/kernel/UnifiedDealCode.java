package cn.qifeng.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Unified deal code (统一交易标识码) of the public resource trading data standard V2.0: 40 characters,
 * {@code A02-<18 characters USCC>-yyyyMMdd-000001-C}. The check character C is MOD 37-2 over the 35 characters
 * without hyphens and may be {@code *}.
 */
public record UnifiedDealCode(String value) {

    private static final Pattern FORM = Pattern.compile("([A-Z]\\d{2})-([0-9A-Z]{18})-(\\d{8})-(\\d{6})-([0-9A-Z*])");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final int SERIAL_MAX = 999_999;

    /** Refuses text that {@link #isValid} rejects with {@link IllegalArgumentException}. */
    public UnifiedDealCode {
        Objects.requireNonNull(value, "value");
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a unified deal code: " + value);
        }
    }

    /**
     * A new code.
     *
     * @param kind deal class (交易分类码), a letter and two digits, such as {@code A02} for construction
     * @param owner organisation that the code is issued for
     * @param serial number of the deal on that day, 1 to 999999
     */
    public static UnifiedDealCode issue(String kind, Uscc owner, LocalDate day, int serial) {
        if (serial < 1 || serial > SERIAL_MAX) {
            throw new IllegalArgumentException("serial out of range: " + serial);
        }
        String number = String.format("%06d", serial);
        char check = CheckDigit37.of(kind + owner.value() + DAY.format(day) + number);
        return new UnifiedDealCode(kind + "-" + owner.value() + "-" + DAY.format(day) + "-" + number + "-" + check);
    }

    /** Whether form, organisation code, date and check character are right. */
    public static boolean isValid(String text) {
        if (text == null) {
            return false;
        }
        var parts = FORM.matcher(text);
        return parts.matches()
                && Uscc.isValid(parts.group(2))
                && isDay(parts.group(3))
                && checkOf(text) == parts.group(5).charAt(0);
    }

    /** The check character that belongs to the first 38 characters of {@code text}, whatever its last one is. */
    public static char checkOf(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not of the form of a unified deal code: " + text);
        }
        return CheckDigit37.of(parts.group(1) + parts.group(2) + parts.group(3) + parts.group(4));
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text, DAY);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
