package cn.qifeng.kernel.score;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The price methods once more, from the tender documents' wording and in whole numbers: money in fen, factors in
 * thousandths, E1 and E2 in tenths, shares in tenths of a per cent. It shares nothing with the first calculation.
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

    /** How many of so many bids a share in tenths of a per cent takes, rounded half up. */
    static int share(int bids, int tenths) {
        return (2 * bids * tenths + 1000) / 2000;
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

    /**
     * M-D: who is in range, by place in the list, lowest price first and the earlier of equals; everybody where nobody is.
     */
    static List<Integer> inRange(long[] prices, long[] counted, long ceiling) {
        var reaching = new ArrayList<Integer>();
        var all = new ArrayList<Integer>();
        for (int i = 0; i < prices.length; i++) {
            all.add(i);
            if (inRange(prices[i], counted, ceiling)) {
                reaching.add(i);
            }
        }
        var chosen = reaching.isEmpty() ? all : reaching;
        chosen.sort(Comparator.comparingLong(i -> prices[i]));
        return chosen;
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

    /**
     * M-E: the reviewed price in fen; {@code quotes} has a row for each bid and a column for each item, −1 where the bid
     * leaves it out.
     */
    static long reviewed(int bid, long[] prices, long[] adjustments, long[][] quotes) {
        long reviewed = prices[bid] + adjustments[bid];
        for (int item = 0; item < quotes[bid].length; item++) {
            if (quotes[bid][item] < 0) {
                long highest = 0;
                for (long[] other : quotes) {
                    highest = Math.max(highest, other[item]);
                }
                reviewed += highest;
            }
        }
        return reviewed;
    }

    /** Place of one among all, the least first and of equals the lower price; equals in both share it. */
    static int place(int one, long[] all, long[] prices) {
        int place = 1;
        for (int i = 0; i < all.length; i++) {
            if (all[i] < all[one] || all[i] == all[one] && prices[i] < prices[one]) {
                place++;
            }
        }
        return place;
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
