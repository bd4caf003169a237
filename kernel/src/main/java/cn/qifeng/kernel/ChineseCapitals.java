package cn.qifeng.kernel;

import java.util.Optional;

/** Amounts in Chinese capitals (金额大写) as banks and tender documents write them: 壹万贰仟叁佰元肆角伍分. */
public final class ChineseCapitals {

    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] UNITS = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿", "万亿"};
    private static final int FEN_PER_YUAN = 100;
    private static final int GROUP = 10_000;

    private ChineseCapitals() {}

    /** The amount in capitals, ending in 整 when there are no fen. */
    public static String of(Fen amount) {
        long yuan = amount.value() / FEN_PER_YUAN;
        int jiao = (int) (amount.value() % FEN_PER_YUAN / 10);
        int fen = (int) (amount.value() % 10);
        if (amount.value() == 0) {
            return "零元整";
        }
        var text = new StringBuilder();
        if (yuan > 0) {
            text.append(integer(yuan)).append('元');
        }
        if (jiao > 0) {
            text.append(DIGITS.charAt(jiao)).append('角');
        } else if (fen > 0 && yuan > 0) {
            text.append('零');
        }
        return fen > 0
                ? text.append(DIGITS.charAt(fen)).append('分').toString()
                : text.append('整').toString();
    }

    /**
     * The amount that {@code words} say: with or without the leading 人民币, 元 or 圆, 整 or 正. Empty when the text is
     * not exactly what {@link #of} would write for some amount, so that 佰万元 or 壹佰零零元 is not guessed at.
     */
    public static Optional<Fen> parse(String words) {
        if (words == null) {
            return Optional.empty();
        }
        String text = words.strip().replace("人民币", "").replace('圆', '元').replace('正', '整');
        return CapitalsReader.read(text).filter(amount -> canonical(text).equals(canonical(of(amount))));
    }

    private static String canonical(String text) {
        return text.replace("整", "");
    }

    private static String integer(long number) {
        var text = new StringBuilder();
        boolean gap = false;
        for (int group = GROUPS.length - 1; group >= 0; group--) {
            int part = (int) (number / power(group) % GROUP);
            if (part == 0) {
                gap = !text.isEmpty();
                continue;
            }
            boolean short4 = part < GROUP / 10;
            if (!text.isEmpty() && (gap || short4)) {
                text.append('零');
            }
            text.append(group(part)).append(unit(group, number));
            gap = false;
        }
        return text.toString();
    }

    private static String unit(int group, long number) {
        boolean followedByYi = group == 3 && number / power(2) % GROUP > 0;
        return followedByYi ? "万" : GROUPS[group];
    }

    private static long power(int group) {
        long power = 1;
        for (int i = 0; i < group; i++) {
            power *= GROUP;
        }
        return power;
    }

    private static String group(int part) {
        var text = new StringBuilder();
        boolean zero = false;
        for (int place = UNITS.length - 1, divisor = GROUP / 10; place >= 0; place--, divisor /= 10) {
            int digit = part / divisor % 10;
            if (digit == 0) {
                zero = !text.isEmpty();
                continue;
            }
            if (zero) {
                text.append('零');
            }
            text.append(DIGITS.charAt(digit)).append(UNITS[place]);
            zero = false;
        }
        return text.toString();
    }
}
