package cn.qifeng.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Money (金额) in fen, the hundredth of a yuan. Never negative, at most 90 trillion yuan, so that it stays an exact
 * JSON integer.
 */
public record Fen(long value) implements Comparable<Fen> {

    /** The largest amount: 2^53 − 1 fen. */
    public static final long MAX = (1L << 53) - 1;

    /** Refuses negative and unrepresentable amounts with {@link IllegalArgumentException}. */
    public Fen {
        if (value < 0 || value > MAX) {
            throw new IllegalArgumentException("amount out of range: " + value);
        }
    }

    /** An amount given in yuan with at most two decimals; throws {@link ArithmeticException} for more. */
    public static Fen ofYuan(String yuan) {
        return new Fen(new BigDecimal(yuan)
                .movePointRight(2)
                .setScale(0, RoundingMode.UNNECESSARY)
                .longValueExact());
    }

    /** The same amount in yuan with two decimals. */
    public BigDecimal yuan() {
        return BigDecimal.valueOf(value, 2);
    }

    /** Sum of both. */
    public Fen plus(Fen other) {
        return new Fen(Math.addExact(value, other.value));
    }

    @Override
    public int compareTo(Fen other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return yuan().toPlainString();
    }
}
