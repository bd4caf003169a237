package cn.qifeng.evaluation.clearing.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Optional;

/** How cells of a bill are compared and written. */
final class Cells {

    private static final int YUAN_DECIMALS = 2;
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private Cells() {}

    /** Whether two texts say the same: blanks and widths of letters do not count, so m² is m2 and ㎡ too. */
    static boolean same(String one, String other) {
        return one.equals(other) || bare(one).equals(bare(other));
    }

    /** The text without blanks, in one width. */
    static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    /** Quantity × unit price in yuan, to the fen, half up. */
    static BigDecimal amount(BigDecimal quantity, BigDecimal price) {
        return quantity.multiply(price).setScale(YUAN_DECIMALS, RoundingMode.HALF_UP);
    }

    /** A number as a person reads it; at least two decimals, so that yuan look like yuan. */
    static String yuan(BigDecimal value) {
        var bare = value.stripTrailingZeros();
        return (bare.scale() < YUAN_DECIMALS ? bare.setScale(YUAN_DECIMALS) : bare).toPlainString();
    }

    /** A number without zeros behind its last digit. */
    static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    /** How far {@code seen} is off, in percent with one decimal; empty for an expected zero. */
    static Optional<BigDecimal> off(BigDecimal seen, BigDecimal expected) {
        return expected.signum() == 0
                ? Optional.empty()
                : Optional.of(
                        seen.subtract(expected).multiply(HUNDRED).divide(expected.abs(), 1, RoundingMode.HALF_UP));
    }
}
