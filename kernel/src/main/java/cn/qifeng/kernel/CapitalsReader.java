package cn.qifeng.kernel;

import java.util.Optional;

/** Adds up what capitals say, leniently; {@link ChineseCapitals#parse} then demands the canonical form. */
final class CapitalsReader {

    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final long WAN = 10_000;
    private static final long YI = WAN * WAN;

    private long total;
    private long section;
    private long digit;
    private long fen;

    private CapitalsReader() {}

    static Optional<Fen> read(String text) {
        var reader = new CapitalsReader();
        if (text.isEmpty() || text.length() > 64) {
            return Optional.empty();
        }
        try {
            for (char c : text.toCharArray()) {
                if (!reader.take(c)) {
                    return Optional.empty();
                }
            }
        } catch (ArithmeticException tooLarge) {
            return Optional.empty();
        }
        long all = reader.fen;
        return reader.digit == 0 && reader.section == 0 && reader.total == 0 && all <= Fen.MAX
                ? Optional.of(new Fen(all))
                : Optional.empty();
    }

    private boolean take(char c) {
        int value = DIGITS.indexOf(c);
        if (value >= 0) {
            digit = value;
            return true;
        }
        switch (c) {
            case '拾' -> place(10);
            case '佰' -> place(100);
            case '仟' -> place(1000);
            case '万' -> closeSection(WAN);
            case '亿' -> closeYi();
            case '元' -> closeYuan();
            case '角' -> closeSmall(10);
            case '分' -> closeSmall(1);
            case '整' -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    private void place(long unit) {
        section += digit * unit;
        digit = 0;
    }

    private void closeSection(long unit) {
        total = Math.addExact(total, (section + digit) * unit);
        section = 0;
        digit = 0;
    }

    private void closeYi() {
        total = Math.multiplyExact(total + section + digit, YI);
        section = 0;
        digit = 0;
    }

    private void closeYuan() {
        fen = Math.addExact(fen, Math.multiplyExact(total + section + digit, 100L));
        total = 0;
        section = 0;
        digit = 0;
    }

    private void closeSmall(long unit) {
        fen += digit * unit;
        digit = 0;
    }
}
