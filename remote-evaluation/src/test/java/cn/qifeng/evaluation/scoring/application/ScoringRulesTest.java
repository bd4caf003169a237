package cn.qifeng.evaluation.scoring.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.evaluation.panel.domain.MethodSetting;
import cn.qifeng.evaluation.panel.domain.TrimSetting;
import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.score.MeanTimes;
import cn.qifeng.kernel.score.PriceBid;
import cn.qifeng.kernel.score.PriceScore;
import cn.qifeng.kernel.score.PriceScores;
import cn.qifeng.trust.draw.PriceDraw;
import cn.qifeng.trust.hash.Hex;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The worked examples of docs/price-methods.md, from the setting that a session is ordered with. */
@DisplayName("Price methods of a session 评标价格方法")
class ScoringRulesTest {

    private static final BigDecimal K1 = new BigDecimal("0.96");
    private static final BigDecimal K2 = new BigDecimal("0.92");

    @Test
    void scoresByMeanTimesK() {
        var scores = scores(setting("M-A", "60", "1.0", "0.5", "0.97", null, null), 980, 1000, 1020, 1040);
        assertThat(scores.base()).isEqualTo(new Fen(979_700_000));
        assertThat(points(scores)).containsExactly("59.97", "57.93", "55.89", "53.85");
    }

    @Test
    void scoresByMeanLessTheDrawnDiscount() {
        var scores = scores(setting("M-B", "100", "2", "1", "0.03", null, null), 2050, 2100, 2140, 2200);
        assertThat(scores.base()).isEqualTo(new Fen(2_058_825_000));
        assertThat(points(scores)).containsExactly("99.57", "96.00", "92.11", "86.29");
    }

    @Test
    void scoresByMeanAndCeilingWithTheDrawnWeight() {
        var scores = scores(setting("M-C", "70", "0.9", "0.6", "0.70", K1, K2), 1120, 1150, 1180);
        assertThat(scores.base()).isEqualTo(new Fen(1_117_800_000));
        assertThat(points(scores)).containsExactly("69.82", "67.41", "64.99");
    }

    @Test
    void scoresByTheBlendAndTheBidWithTheLeastNumber() {
        var blend = new MethodSetting(
                "M-D",
                new BigDecimal("80"),
                new BigDecimal("1.0"),
                new BigDecimal("0.6"),
                List.of(),
                new BigDecimal("20"),
                "0.97",
                null,
                null,
                "{}",
                "0.312",
                seedThatDraws("02"));
        var scores = scores(blend, 830, 850, 865, 880, 900);
        assertThat(scores.parts().orElseThrow().b().bidId()).isEqualTo("02");
        assertThat(scores.base()).isEqualTo(Fen.ofYuan("8298350.00"));
        assertThat(points(scores)).containsExactly("79.98", "77.57", "75.76", "73.95", "71.54");
    }

    /** Δ of this test makes A of example D1 out of the ceiling of the other examples. */
    private static String seedThatDraws(String bid) {
        var others = List.of("01", "02", "03", "04");
        return IntStream.range(0, 1000)
                .mapToObj("%064x"::formatted)
                .filter(it -> PriceDraw.order(Hex.decode(it), others).get(0).equals(bid))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void leavesAShareOfThePricesOutOfTheMean() {
        var share = new TrimSetting(7, 0, 0, new BigDecimal("20"), new BigDecimal("20"));
        var scores = ScoringRules.scoring(setting("M-A", "60", "1", "1", "1", List.of(share), null, null))
                .score(bids(1, 2, 3, 4, 5, 6, 70), new MeanTimes(BigDecimal.ONE));
        assertThat(scores.counted()).containsExactly("01", "02", "03", "04", "05");
    }

    private static MethodSetting setting(
            String code, String full, String e1, String e2, String drawn, BigDecimal k1, BigDecimal k2) {
        return setting(code, full, e1, e2, drawn, List.of(new TrimSetting(6, 1, 1)), k1, k2);
    }

    private static MethodSetting setting(
            String code,
            String full,
            String e1,
            String e2,
            String drawn,
            List<TrimSetting> trim,
            BigDecimal k1,
            BigDecimal k2) {
        return new MethodSetting(
                code,
                new BigDecimal(full),
                new BigDecimal(e1),
                new BigDecimal(e2),
                trim,
                new BigDecimal("40"),
                drawn,
                k1,
                k2,
                "{}",
                null,
                null);
    }

    /** Prices in ten thousand yuan, under a ceiling of 12,500,000 yuan. */
    private static PriceScores scores(MethodSetting setting, int... prices) {
        var bids = bids(prices);
        var ids = bids.stream().map(PriceBid::bidId).toList();
        return ScoringRules.scoring(setting).score(bids, ScoringRules.base(setting, new Fen(1_250_000_000), ids));
    }

    private static List<PriceBid> bids(int... prices) {
        return IntStream.range(0, prices.length)
                .mapToObj(i -> new PriceBid("0" + i, new Fen(prices[i] * 1_000_000L)))
                .toList();
    }

    private static List<String> points(PriceScores scores) {
        return scores.scores().stream()
                .map(PriceScore::score)
                .map(BigDecimal::toPlainString)
                .toList();
    }
}
