package cn.qifeng.kernel.score;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The price methods once more, from the tender documents' wording and in whole numbers: money in fen, factors in
 * thousandths, E1 and E2 in tenths. It shares nothing with the first calculation.
 */
final class SecondCalculation {

    private static final long THOUSAND = 1000;

    private SecondCalculation() {}

    /** What is left of the prices, sorted. */
    static long[] trimmed(long[] prices, int high, int low) {
        long[] sorted = prices.clone();
        Arrays.sort(sorted);
        return Arrays.copyOfRange(sorted, low, sorted.length - high);
    }

    /** M-A, and M-B with 1000 − discount: mean × factor. */
    static long mean(long[] counted, long factor) {
        return halfUp(sum(counted).multiply(big(factor)), big(THOUSAND * counted.length));
    }

    /** M-C. */
    static long withCeiling(long[] counted, long ceiling, long k1, long k2, long q1) {
        var ofMean = sum(counted).multiply(big(k1 * q1));
        var ofCeiling = big(ceiling).multiply(big(k2 * (THOUSAND - q1))).multiply(big(counted.length));
        return halfUp(ofMean.add(ofCeiling), big(THOUSAND * THOUSAND * counted.length));
    }

    /** Whether a price reaches (mean × 0.7 + ceiling × 0.3) × 0.75. */
    static boolean inRange(long price, long[] counted, long ceiling) {
        var limit = sum(counted)
                .multiply(big(7))
                .add(big(ceiling).multiply(big(3L * counted.length)))
                .multiply(big(75));
        return price <= ceiling
                && big(price).multiply(big(1000L * counted.length)).compareTo(limit) >= 0;
    }

    /** M-D. */
    static long blend(long ceiling, long delta, long b, long c, long k) {
        var a = big(ceiling).multiply(big(THOUSAND - delta)).multiply(big(5));
        var others = big(b).multiply(big(3)).add(big(c).multiply(big(2))).multiply(big(THOUSAND));
        return halfUp(a.add(others).multiply(big(k)), big(10 * THOUSAND * THOUSAND));
    }

    /** Score in hundredths of a point. */
    static long score(long price, long base, long full, long e1, long e2) {
        long factor = price > base ? e1 : e2;
        var lost = big(Math.abs(price - base)).multiply(big(1000 * factor));
        var points = big(base).multiply(big(100 * full)).subtract(lost);
        return points.signum() <= 0 ? 0 : halfUp(points, big(base));
    }

    private static BigInteger sum(long[] prices) {
        return Arrays.stream(prices).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BigInteger big(long number) {
        return BigInteger.valueOf(number);
    }

    private static long halfUp(BigInteger numerator, BigInteger divisor) {
        return numerator
                .multiply(BigInteger.TWO)
                .add(divisor)
                .divide(divisor.multiply(BigInteger.TWO))
                .longValueExact();
    }
}
