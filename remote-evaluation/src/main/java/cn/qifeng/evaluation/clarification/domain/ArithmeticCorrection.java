package cn.qifeng.evaluation.clarification.domain;

import cn.qifeng.kernel.ChineseCapitals;
import cn.qifeng.kernel.Facts;
import cn.qifeng.kernel.Fen;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Arithmetic correction of a bid price (算术修正, 12号令 §19): of the price as a whole by its words, or of lines of the bill.
 * It binds once its bidder confirmed it.
 *
 * @param words the price in Chinese capitals; empty where lines are corrected
 * @param lines corrected lines; empty where words beat figures
 * @param sung the price that was read out
 * @param corrected the price after the correction
 */
public record ArithmeticCorrection(Optional<String> words, List<CorrectedLine> lines, Fen sung, Fen corrected) {

    /** Most lines of one correction. */
    public static final int LINES_MAX = 50;

    private static final String CURRENCY = "人民币";

    public ArithmeticCorrection {
        lines = List.copyOf(lines);
    }

    /** Words beat figures (R24); refuses words that cannot be read, or that say the same. */
    public static ArithmeticCorrection ofWords(String words, Fen sung) {
        var bare = words.startsWith(CURRENCY) ? words.substring(CURRENCY.length()) : words;
        var amount = ChineseCapitals.parse(bare)
                .filter(it -> it.value() > 0)
                .orElseThrow(() -> ClarificationRefusal.BAD_AMOUNT.with(
                        Facts.field("words", words, "壹佰万元整").map()));
        if (amount.equals(sung)) {
            throw ClarificationRefusal.NOTHING_TO_CORRECT.with(
                    Facts.field("words", amount, "not " + sung).map());
        }
        return new ArithmeticCorrection(Optional.of(bare), List.of(), sung, amount);
    }

    /** Lines of the bill (R25); refuses a line that is right, a line twice, and a price that would fall to nothing. */
    public static ArithmeticCorrection ofLines(List<BillLine> lines, Fen sung) {
        if (lines.isEmpty() || lines.size() > LINES_MAX) {
            throw ClarificationRefusal.BAD_AMOUNT.with(
                    Facts.field("lines", lines.size(), "1.." + LINES_MAX).map());
        }
        var items = new HashSet<String>();
        lines.forEach(it -> requireNew(items, it.item()));
        var corrected = lines.stream().map(ArithmeticCorrection::corrected).toList();
        var price = corrected.stream()
                .map(it -> BigInteger.valueOf(it.change()))
                .reduce(BigInteger.valueOf(sung.value()), BigInteger::add);
        if (price.signum() <= 0 || price.compareTo(BigInteger.valueOf(Fen.MAX)) > 0) {
            throw ClarificationRefusal.BAD_AMOUNT.with(
                    Facts.field("lines", price, "a price above zero").map());
        }
        return new ArithmeticCorrection(Optional.empty(), corrected, sung, new Fen(price.longValueExact()));
    }

    private static void requireNew(HashSet<String> items, String item) {
        if (!items.add(item)) {
            throw ClarificationRefusal.BAD_AMOUNT.with(
                    Facts.field("lines.item", item, "no line twice").map());
        }
    }

    private static CorrectedLine corrected(BillLine line) {
        return line.corrected()
                .orElseThrow(() -> ClarificationRefusal.NOTHING_TO_CORRECT.with(
                        Facts.field("lines." + line.item(), line.total(), "not " + line.product())
                                .map()));
    }
}
