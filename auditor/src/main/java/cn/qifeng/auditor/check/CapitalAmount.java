package cn.qifeng.auditor.check;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/** An amount in Chinese capitals (大写金额), as bids write it: sections of four digits by 亿 and 万, then 元, 角 and 分. */
final class CapitalAmount {

    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String PLACES = "拾佰仟";
    private static final long WAN = 10_000;
    private static final Pattern WORDS =
            Pattern.compile("(?:([零壹贰叁肆伍陆柒捌玖拾佰仟]+)亿)?(?:([零壹贰叁肆伍陆柒捌玖拾佰仟]+)万)?([零壹贰叁肆伍陆柒捌玖拾佰仟]*)元"
                    + "(?:零?([壹贰叁肆伍陆柒捌玖])角)?(?:零?([壹贰叁肆伍陆柒捌玖])分)?整?");

    private CapitalAmount() {}

    /** The amount in fen; nothing for words that are none. */
    static OptionalLong fen(String words) {
        var parts = WORDS.matcher(words);
        if (!parts.matches()) {
            return OptionalLong.empty();
        }
        long yuan = section(parts.group(1)) * WAN * WAN + section(parts.group(2)) * WAN + section(parts.group(3));
        return OptionalLong.of(yuan * 100 + digit(parts.group(4)) * 10 + digit(parts.group(5)));
    }

    private static long section(String words) {
        long sum = 0;
        long digit = 0;
        for (char c : words == null ? new char[0] : words.toCharArray()) {
            int place = PLACES.indexOf(c);
            if (place >= 0) {
                sum += digit * Math.round(Math.pow(10, place + 1));
                digit = 0;
            } else {
                digit = DIGITS.indexOf(c);
            }
        }
        return sum + digit;
    }

    private static long digit(String word) {
        return word == null ? 0 : DIGITS.indexOf(word);
    }
}
