package cn.qifeng.kernel.score;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.score.ReviewedPrices.Offer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each method on 20,000 random tenders, 100,000 together; {@code -DscoreCases} gives another number for each. */
@DisplayName("Second calculation of the price methods 第二套独立计算")
class SecondCalculationTest {

    private static final int CASES = Integer.getInteger("scoreCases", 20_000);
    private static final long CEILING = 1_000_000_000L;
    private static final int ITEMS = 3;

    @ParameterizedTest
    @EnumSource(PriceMethod.class)
    void agreesToTheFenAndTheHundredthInAnyOrderOfTheBids(PriceMethod method) {
        var random = new Random(20_261_222L + method.ordinal());
        for (int round = 0; round < CASES; round++) {
            if (method == PriceMethod.LOWEST_REVIEWED_PRICE) {
                review(random);
            } else {
                score(random, method);
            }
        }
    }

    private static void score(Random random, PriceMethod method) {
        int n = 1 + random.nextInt(15);
        long[] prices = prices(random, n);
        var cut = Cut.of(random, n);
        long[] counted = SecondCalculation.trimmed(prices, cut.high(), cut.low());
        long e1 = random.nextInt(30);
        long e2 = random.nextInt(30);
        var scoring = new PriceScoring(BigDecimal.valueOf(60), tenths(e1), tenths(e2), cut.rules());
        var bids = bids(prices);
        Collections.shuffle(bids, random);
        var drawn = Drawn.of(random, method, prices, counted);

        var scores = scoring.score(bids, drawn.rule());

        assertThat(scores.base().value()).isEqualTo(drawn.base());
        for (int i = 0; i < n; i++) {
            assertThat(scores.of(name(i)).movePointRight(2).longValueExact())
                    .isEqualTo(SecondCalculation.score(prices[i], drawn.base(), 60, e1, e2));
        }
    }

    /** Prices near each other, far apart, or partly equal. */
    private static long[] prices(Random random, int n) {
        return switch (random.nextInt(3)) {
            case 0 -> random.longs(n, 700_000_000L, CEILING + 1).toArray();
            case 1 -> random.longs(n, 1, CEILING + 1).toArray();
            default -> random.longs(n, 8, 11).map(it -> it * 90_000_001L).toArray();
        };
    }

    /** Which prices leave the mean: by number, by share, or none; two rules, of which the later reached one applies. */
    private record Cut(int high, int low, List<Trim> rules) {

        static Cut of(Random random, int n) {
            int tenthsHigh = random.nextInt(300);
            int tenthsLow = random.nextInt(300);
            var share = new TrimShare(5, tenths(tenthsHigh), tenths(tenthsLow));
            return switch (random.nextInt(4)) {
                case 0 -> new Cut(0, 0, List.of());
                case 1 -> n < 6 ? new Cut(0, 0, List.of(one(6))) : new Cut(1, 1, List.of(one(6)));
                case 2 -> shared(n, 5, tenthsHigh, tenthsLow, List.of(share));
                default ->
                    n < 8
                            ? shared(n, 5, tenthsHigh, tenthsLow, List.of(one(8), share))
                            : new Cut(1, 1, List.of(share, one(8)));
            };
        }

        private static Trim one(int bidsMin) {
            return new TrimRule(bidsMin, 1, 1);
        }

        private static Cut shared(int n, int from, int high, int low, List<Trim> rules) {
            return n < from
                    ? new Cut(0, 0, rules)
                    : new Cut(SecondCalculation.share(n, high), SecondCalculation.share(n, low), rules);
        }
    }

    /** Random coefficients of one method, and the base price that the second calculation makes of them. */
    private record Drawn(BasePriceRule rule, long base) {

        static Drawn of(Random random, PriceMethod method, long[] prices, long[] counted) {
            long k = 900 + random.nextInt(100);
            return switch (method) {
                case MEAN_TIMES_COEFFICIENT ->
                    new Drawn(new MeanTimes(thousandths(k)), SecondCalculation.mean(counted, k));
                case MEAN_LESS_DISCOUNT ->
                    new Drawn(MeanTimes.lessDiscount(thousandths(1000 - k)), SecondCalculation.mean(counted, k));
                case MEAN_WITH_CEILING -> withCeiling(random, k, counted);
                default -> blend(random, k, prices, counted);
            };
        }

        private static Drawn withCeiling(Random random, long k1, long[] counted) {
            long k2 = 900 + random.nextInt(100);
            long q1 = random.nextInt(1001);
            return new Drawn(
                    new MeanWithCeiling(new Fen(CEILING), thousandths(k1), thousandths(k2), thousandths(q1)),
                    SecondCalculation.withCeiling(counted, CEILING, k1, k2, q1));
        }

        private static Drawn blend(Random random, long k, long[] prices, long[] counted) {
            var inRange = SecondCalculation.inRange(prices, counted, CEILING);
            var others = inRange.size() > 1 ? inRange.subList(1, inRange.size()) : inRange;
            var order =
                    new ArrayList<>(IntStream.range(0, prices.length).boxed().toList());
            Collections.shuffle(order, random);
            int b = order.stream().filter(others::contains).findFirst().orElseThrow();
            long delta = random.nextInt(300);
            var names = order.stream().map(SecondCalculationTest::name).toList();
            return new Drawn(
                    new AbcBlend(new Fen(CEILING), thousandths(delta), thousandths(k), names),
                    SecondCalculation.blend(CEILING, delta, prices[b], prices[inRange.get(0)], k));
        }
    }

    private static void review(Random random) {
        int n = 1 + random.nextInt(12);
        long[] prices = prices(random, n);
        long[] adjustments = random.longs(n, -1000, 1_000_000L).toArray();
        var quotes = new long[n][];
        for (int i = 0; i < n; i++) {
            quotes[i] = random.longs(ITEMS, -400_000L, 900_000L)
                    .map(it -> Math.max(-1, it))
                    .toArray();
        }
        var offers = new ArrayList<>(IntStream.range(0, n)
                .mapToObj(i -> offer(i, prices, adjustments[i], quotes[i]))
                .toList());
        Collections.shuffle(offers, random);

        var lines = ReviewedPrices.rank(offers);

        long[] reviewed = IntStream.range(0, n)
                .mapToLong(i -> SecondCalculation.reviewed(i, prices, adjustments, quotes))
                .toArray();
        for (int i = 0; i < n; i++) {
            var id = name(i);
            var line = lines.stream()
                    .filter(it -> it.bidId().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertThat(line.reviewed().movePointRight(2).longValueExact()).isEqualTo(reviewed[i]);
            assertThat(line.rank()).isEqualTo(SecondCalculation.place(i, reviewed, prices));
        }
    }

    private static Offer offer(int bid, long[] prices, long adjustment, long[] quotes) {
        var items = new HashMap<String, BigDecimal>();
        for (int item = 0; item < quotes.length; item++) {
            if (quotes[item] >= 0) {
                items.put("item" + item, BigDecimal.valueOf(quotes[item], 2));
            }
        }
        return new Offer(new PriceBid(name(bid), new Fen(prices[bid])), items, BigDecimal.valueOf(adjustment, 2));
    }

    private static List<PriceBid> bids(long[] fen) {
        return new ArrayList<>(IntStream.range(0, fen.length)
                .mapToObj(i -> new PriceBid(name(i), new Fen(fen[i])))
                .toList());
    }

    /** Names in the order of the numbers. */
    private static String name(int i) {
        return "b" + Integer.toString(i, 36);
    }

    private static BigDecimal tenths(long tenths) {
        return BigDecimal.valueOf(tenths, 1);
    }

    private static BigDecimal thousandths(long thousandths) {
        return BigDecimal.valueOf(thousandths, 3);
    }
}
