package cn.qifeng.evaluation.scoring.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.evaluation.scoring.domain.OutlierRule.Outlier;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Totals far from the mean 评分偏离均值须写明理由")
class OutlierRuleTest {

    private static final OutlierRule RULE = OutlierRule.STANDARD;
    private static final List<ScoreItem> ITEMS = List.of(
            new ScoreItem("T1", "施工组织", new BigDecimal("35"), false),
            new ScoreItem("T2", "业绩", new BigDecimal("5"), true));

    @Test
    void namesTheMemberAndTheBidThatLieOutside() {
        assertThat(unexplained(sheets("30.00", "30.00", "30.00", "30.00", "12.00")))
                .containsExactly(new Outlier("m4", "b"));
    }

    @Test
    @DisplayName("a quarter of the mean is inside, a hundredth more is not")
    void takesExactlyAQuarterOfTheMeanAsInside() {
        assertThat(unexplained(sheets("20.00", "12.00", "20.00", "12.00"))).isEmpty();
        assertThat(unexplained(sheets("20.02", "11.98", "20.02", "11.98"))).hasSize(4);
    }

    @Test
    void isContentWithAWordOnAnItemOfJudgementButNotOnAFact() {
        var usual = sheets("30.00", "30.00", "30.00");
        assertThat(unexplained(with(usual, sheet("m3", "10.00", "缺少交通导改方案", ""))))
                .isEmpty();
        assertThat(unexplained(with(usual, sheet("m3", "10.00", "", "见业绩表")))).containsExactly(new Outlier("m3", "b"));
    }

    @Test
    void asksNobodyWhereNobodyGaveAnything() {
        var nothing = IntStream.range(0, 3)
                .mapToObj(i -> new MemberSheet(
                        "m" + i,
                        Map.of("b", new BidPoints("A", List.of(points("T1", "0.00", ""), points("T2", "0.00", ""))))))
                .toList();
        assertThat(unexplained(nothing)).isEmpty();
    }

    private static List<Outlier> unexplained(List<MemberSheet> sheets) {
        return RULE.unexplained(new RevealedSheets(sheets), ITEMS, List.of("b"));
    }

    /** A sheet for each of these points of judgement, and nothing for the facts. */
    private static List<MemberSheet> sheets(String... points) {
        return IntStream.range(0, points.length)
                .mapToObj(i -> sheet("m" + i, points[i], "", ""))
                .toList();
    }

    private static List<MemberSheet> with(List<MemberSheet> sheets, MemberSheet one) {
        return Stream.concat(sheets.stream(), Stream.of(one)).toList();
    }

    private static MemberSheet sheet(String member, String judgement, String reason, String ofFact) {
        return new MemberSheet(
                member,
                Map.of(
                        "b",
                        new BidPoints("A", List.of(points("T1", judgement, reason), points("T2", "0.00", ofFact)))));
    }

    private static ItemPoints points(String item, String points, String reason) {
        return new ItemPoints(item, new BigDecimal(points), reason);
    }
}
