package cn.qifeng.kernel.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.qifeng.kernel.Fen;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Method M-A 综合评估法")
class MeanTimesCoefficientTest {

    private static final MeanTimesCoefficient METHOD =
            new MeanTimesCoefficient(dec("60"), dec("1.0"), dec("0.5"), List.of(new TrimRule(6, 1, 1)));

    @Test
    @DisplayName("R26: example A1 gives D 9,797,000.00 and 59.97 / 57.93 / 55.89 / 53.85")
    void scoresExampleA1() {
        var scores = METHOD.score(bids("9800000", "10000000", "10200000", "10400000"), dec("0.97"));

        assertThat(scores.mean()).isEqualByComparingTo("10100000");
        assertThat(scores.base()).isEqualTo(Fen.ofYuan("9797000.00"));
        assertThat(scores.scores())
                .extracting(it -> it.score().toPlainString())
                .containsExactly("59.97", "57.93", "55.89", "53.85");
        assertThat(scores.scores().get(1).deviation()).isEqualByComparingTo("2.072063");
    }

    @Test
    void dropsHighestAndLowestFromTheMeanAtSixBidsAndStillScoresThem() {
        var scores = METHOD.score(bids("1", "100", "100", "100", "100", "9000"), dec("1"));

        assertThat(scores.base()).isEqualTo(Fen.ofYuan("100"));
        assertThat(scores.counted()).containsExactly("b1", "b2", "b3", "b4");
        assertThat(scores.of("b0")).isEqualByComparingTo("10.50");
        assertThat(scores.of("b5")).isEqualByComparingTo("0");
    }

    @Test
    void keepsAllPricesAtFiveBids() {
        assertThat(METHOD.score(bids("1", "2", "3", "4", "5"), dec("1")).counted())
                .hasSize(5);
    }

    @Test
    void roundsTheBasePriceHalfUpToTheFen() {
        var scores = METHOD.score(bids("0.01", "0.02"), dec("1"));

        assertThat(scores.base()).isEqualTo(new Fen(2));
    }

    @Test
    void givesTheFullScoreAtTheBasePrice() {
        assertThat(METHOD.score(bids("100", "100", "100"), dec("1")).of("b0")).isEqualByComparingTo("60.00");
    }

    @Test
    void refusesNothingAndTwins() {
        assertThatIllegalArgumentException().isThrownBy(() -> METHOD.score(List.of(), dec("1")));
        var twin = new PriceBid("b", new Fen(1));
        assertThatIllegalArgumentException().isThrownBy(() -> METHOD.score(List.of(twin, twin), dec("1")));
        assertThatIllegalArgumentException().isThrownBy(() -> new TrimRule(2, 1, 1));
    }

    @Test
    @DisplayName("agrees with a computation in whole numbers on 20,000 random tenders")
    void agreesWithWholeNumbers() {
        var random = new Random(20261222);
        for (int round = 0; round < 20_000; round++) {
            int n = 1 + random.nextInt(12);
            long[] prices = random.longs(n, 1_000_000, 20_000_000_000L).toArray();
            long kThousandths = 900 + random.nextInt(100);
            long e1Tenths = random.nextInt(30);
            long e2Tenths = random.nextInt(30);
            var method = new MeanTimesCoefficient(
                    dec("60"), BigDecimal.valueOf(e1Tenths, 1), BigDecimal.valueOf(e2Tenths, 1), METHOD.trim());
            var scores = method.score(bids(prices), BigDecimal.valueOf(kThousandths, 3));

            long base = wholeBase(prices, kThousandths);
            assertThat(scores.base().value()).isEqualTo(base);
            for (int i = 0; i < n; i++) {
                long expected = wholeScore(prices[i], base, prices[i] > base ? e1Tenths : e2Tenths);
                assertThat(scores.of(name(i)).movePointRight(2).longValueExact())
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void doesNotDependOnTheOrderOfTheBids() {
        var bids = new ArrayList<>(bids("98", "99", "100", "100", "103", "104", "90"));
        var first = METHOD.score(bids, dec("0.97"));
        Collections.shuffle(bids, new Random(7));

        assertThat(METHOD.score(bids, dec("0.97"))).isEqualTo(first);
    }

    private static long wholeBase(long[] prices, long kThousandths) {
        long[] sorted = prices.clone();
        Arrays.sort(sorted);
        int cut = sorted.length >= 6 ? 1 : 0;
        BigInteger sum = BigInteger.ZERO;
        for (int i = cut; i < sorted.length - cut; i++) {
            sum = sum.add(BigInteger.valueOf(sorted[i]));
        }
        long divisor = 1000L * (sorted.length - 2L * cut);
        return halfUp(sum.multiply(BigInteger.valueOf(kThousandths)), BigInteger.valueOf(divisor));
    }

    private static long wholeScore(long price, long base, long factorTenths) {
        BigInteger lost = BigInteger.valueOf(Math.abs(price - base)).multiply(BigInteger.valueOf(100 * factorTenths));
        BigInteger points =
                BigInteger.valueOf(base).multiply(BigInteger.valueOf(600)).subtract(lost);
        return points.signum() <= 0 ? 0 : halfUp(points.multiply(BigInteger.TEN), BigInteger.valueOf(base));
    }

    private static long halfUp(BigInteger numerator, BigInteger divisor) {
        return numerator
                .multiply(BigInteger.TWO)
                .add(divisor)
                .divide(divisor.multiply(BigInteger.TWO))
                .longValueExact();
    }

    private static List<PriceBid> bids(String... yuan) {
        var bids = new ArrayList<PriceBid>();
        for (int i = 0; i < yuan.length; i++) {
            bids.add(new PriceBid(name(i), Fen.ofYuan(yuan[i])));
        }
        return bids;
    }

    private static List<PriceBid> bids(long... fen) {
        var bids = new ArrayList<PriceBid>();
        for (int i = 0; i < fen.length; i++) {
            bids.add(new PriceBid(name(i), new Fen(fen[i])));
        }
        return bids;
    }

    private static String name(int i) {
        return "b" + Integer.toString(i, 36);
    }

    private static BigDecimal dec(String text) {
        return new BigDecimal(text);
    }
}
