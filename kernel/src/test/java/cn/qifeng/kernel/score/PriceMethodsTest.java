package cn.qifeng.kernel.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.qifeng.kernel.Fen;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Price methods M-A to M-E 评标价格方法")
class PriceMethodsTest {

    private static final List<Trim> ONE_AND_ONE = List.of(new TrimRule(6, 1, 1));
    private static final PriceScoring COMPOSITE = scoring("60", "1.0", "0.5", ONE_AND_ONE);

    @Test
    @DisplayName("R26: example A1 gives D 9,797,000.00 and 59.97 / 57.93 / 55.89 / 53.85")
    void scoresExampleA1() {
        var scores = COMPOSITE.score(bids("9800000", "10000000", "10200000", "10400000"), mean("0.97"));

        assertThat(scores.mean()).isEqualByComparingTo("10100000");
        assertThat(scores.base()).isEqualTo(Fen.ofYuan("9797000.00"));
        assertThat(points(scores)).containsExactly("59.97", "57.93", "55.89", "53.85");
        assertThat(scores.scores().get(1).deviation()).isEqualByComparingTo("2.072063");
    }

    @Test
    void scoresExampleB1() {
        var scores = scoring("100", "2", "1", List.of(new TrimRule(5, 1, 1)))
                .score(
                        bids("20500000", "21000000", "21400000", "22000000"),
                        MeanTimes.lessDiscount(new BigDecimal("0.03")));

        assertThat(scores.base()).isEqualTo(Fen.ofYuan("20588250.00"));
        assertThat(points(scores)).containsExactly("99.57", "96.00", "92.11", "86.29");
    }

    @Test
    void scoresExampleC1() {
        var rule = new MeanWithCeiling(Fen.ofYuan("12500000"), dec("0.96"), dec("0.92"), dec("0.70"));
        var scores = scoring("70", "0.9", "0.6", List.of()).score(bids("11200000", "11500000", "11800000"), rule);

        assertThat(scores.base()).isEqualTo(Fen.ofYuan("11178000.00"));
        assertThat(points(scores)).containsExactly("69.82", "67.41", "64.99");
    }

    @Test
    void scoresExampleD1() {
        var rule = new AbcBlend(Fen.ofYuan("10000000"), dec("0.14"), dec("0.97"), List.of("b2"));
        var scores = scoring("80", "1.0", "0.6", List.of())
                .score(bids("8300000", "8500000", "8650000", "8800000", "9000000"), rule);

        assertThat(scores.base()).isEqualTo(Fen.ofYuan("8298350.00"));
        assertThat(points(scores)).containsExactly("79.98", "77.57", "75.76", "73.95", "71.54");
    }

    @Test
    void drawsBNeitherOutsideTheRangeNorTheLowestUnlessItIsAlone() {
        var bids = bids("1000000", "8300000", "8500000");
        var scoring = scoring("80", "1.0", "0.6", List.of());

        assertThatIllegalArgumentException().isThrownBy(() -> scoring.score(bids, blend("b0")));
        assertThatIllegalArgumentException().isThrownBy(() -> scoring.score(bids, blend("b1")));
        assertThat(scoring.score(bids, blend("b2")).base()).isEqualTo(Fen.ofYuan("8310000.00"));
        assertThat(scoring.score(bids("1000000", "8300000"), blend("b1")).base())
                .isEqualTo(Fen.ofYuan("8250000.00"));
    }

    @Test
    void takesEveryBidForOneInRangeWhereNoneReachesTheLimit() {
        var scores = scoring("80", "1.0", "0.6", List.of()).score(bids("1000000", "1000000"), blend("b1"));

        assertThat(scores.parts().orElseThrow().inRange()).isEqualTo(2);
        assertThat(scores.parts().orElseThrow().limit()).isEqualByComparingTo("2775000");
        assertThat(scores.base()).isEqualTo(Fen.ofYuan("4600000.00"));
    }

    @Test
    void ranksExampleE1AndLeavesTheContractAtTheBidPrice() {
        var lines = ReviewedPrices.rank(List.of(
                offer("A", "7850000", Map.of()),
                offer("B", "7920000", Map.of("便道", dec("120000.00"))),
                offer("C", "8010000", Map.of("便道", dec("95000.00")))));

        assertThat(lines)
                .extracting(it -> it.reviewed().toPlainString())
                .containsExactly("7970000.00", "7920000.00", "8010000.00");
        assertThat(lines).extracting(ReviewedPrices.Line::rank).containsExactly(2, 1, 3);
        assertThat(lines.get(0).price()).isEqualTo(Fen.ofYuan("7850000"));
    }

    @Test
    void dropsHighestAndLowestFromTheMeanAtSixBidsAndStillScoresThem() {
        var scores = COMPOSITE.score(bids("1", "100", "100", "100", "100", "9000"), mean("1"));

        assertThat(scores.base()).isEqualTo(Fen.ofYuan("100"));
        assertThat(scores.counted()).containsExactly("b1", "b2", "b3", "b4");
        assertThat(scores.of("b0")).isEqualByComparingTo("10.50");
        assertThat(scores.of("b5")).isEqualByComparingTo("0");
    }

    @Test
    void dropsAShareOfThePricesRoundedToWholeBids() {
        var share = List.<Trim>of(new TrimShare(7, dec("20"), dec("20")));
        var seven = scoring("60", "1", "1", share).score(bids("1", "2", "3", "4", "5", "6", "7"), mean("1"));
        var eight = scoring("60", "1", "1", share).score(bids("1", "2", "3", "4", "5", "6", "7", "8"), mean("1"));

        assertThat(seven.counted()).containsExactly("b1", "b2", "b3", "b4", "b5");
        assertThat(eight.counted()).containsExactly("b2", "b3", "b4", "b5");
    }

    @Test
    void keepsAllPricesAtFiveBids() {
        assertThat(COMPOSITE.score(bids("1", "2", "3", "4", "5"), mean("1")).counted())
                .hasSize(5);
    }

    @Test
    void roundsTheBasePriceHalfUpToTheFen() {
        assertThat(COMPOSITE.score(bids("0.01", "0.02"), mean("1")).base()).isEqualTo(new Fen(2));
    }

    @Test
    void givesTheFullScoreAtTheBasePrice() {
        assertThat(COMPOSITE.score(bids("100", "100", "100"), mean("1")).of("b0"))
                .isEqualByComparingTo("60.00");
    }

    @Test
    void refusesNothingAndTwins() {
        assertThatIllegalArgumentException().isThrownBy(() -> COMPOSITE.score(List.of(), mean("1")));
        var twin = new PriceBid("b", new Fen(1));
        assertThatIllegalArgumentException().isThrownBy(() -> COMPOSITE.score(List.of(twin, twin), mean("1")));
        assertThatIllegalArgumentException().isThrownBy(() -> new TrimRule(2, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new TrimShare(2, dec("45"), dec("45")));
    }

    @Test
    void sharesAPlaceAmongEqualsAndPutsTheLowerPriceFirstAmongEqualScores() {
        var scores = scoring("60", "1", "1", List.of()).score(bids("101", "99", "99", "101", "100"), mean("1"));
        var ranks = Ranks.of(scores.scores(), Ranks.BY_SCORE, PriceScore::bidId);

        assertThat(ranks)
                .containsExactly(
                        Map.entry("b4", 1),
                        Map.entry("b1", 2),
                        Map.entry("b2", 2),
                        Map.entry("b0", 4),
                        Map.entry("b3", 4));
    }

    private static PriceScoring scoring(String full, String e1, String e2, List<Trim> trim) {
        return new PriceScoring(dec(full), dec(e1), dec(e2), trim);
    }

    private static MeanTimes mean(String factor) {
        return new MeanTimes(dec(factor));
    }

    private static AbcBlend blend(String drawn) {
        return new AbcBlend(Fen.ofYuan("10000000"), dec("0.18"), dec("1"), List.of(drawn));
    }

    private static ReviewedPrices.Offer offer(String bid, String yuan, Map<String, BigDecimal> items) {
        return new ReviewedPrices.Offer(new PriceBid(bid, Fen.ofYuan(yuan)), items, dec("0.00"));
    }

    private static List<String> points(PriceScores scores) {
        return scores.scores().stream().map(it -> it.score().toPlainString()).toList();
    }

    private static List<PriceBid> bids(String... yuan) {
        return bids(Arrays.stream(yuan).mapToLong(it -> Fen.ofYuan(it).value()).toArray());
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
