package cn.qifeng.evaluation.scoring.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.Refused;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Reasons for extreme points 畸高畸低须写明理由")
class ReasonRuleTest {

    private static final ReasonRule RULE = ReasonRule.STANDARD;
    private static final List<ScoreItem> ITEMS = List.of(
            new ScoreItem("T1", "施工组织", new BigDecimal("20"), false),
            new ScoreItem("T2", "安全文明", new BigDecimal("20"), false),
            new ScoreItem("T3", "业绩", new BigDecimal("10"), true));

    @Test
    void asksForNoneWhereTheTotalIsUsual() {
        assertThat(RULE.lacking(bid("20.00", "7.00", "0.00"), ITEMS)).isEmpty();
        assertThat(RULE.lacking(bid("19.00", "19.00", "9.50"), ITEMS)).isEmpty();
        assertThat(RULE.lacking(bid("8.00", "8.00", "4.00"), ITEMS)).isEmpty();
    }

    @Test
    void asksAtAnExtremeTotalForItemsExtremeInTheSameDirection() {
        assertThat(RULE.lacking(bid("19.50", "18.50", "10.00"), ITEMS)).containsExactly("T1");
        assertThat(RULE.lacking(bid("7.99", "8.00", "3.00"), ITEMS)).containsExactly("T1");
    }

    @Test
    void asksForNoneOnFactsHoweverExtreme() {
        assertThat(RULE.lacking(bid("9.00", "10.00", "0.00"), ITEMS)).isEmpty();
    }

    @Test
    void asksWheneverAJudgementIsWorthNothing() {
        assertThat(RULE.lacking(bid("20.00", "0.00", "10.00"), ITEMS)).containsExactly("T2");
    }

    @Test
    void isContentWithAWrittenReasonAndRefusesBlanks() {
        var bid = new BidPoints(
                "A",
                List.of(
                        new ItemPoints("T1", new BigDecimal("20"), "方案完整，量化到每一作业段"),
                        new ItemPoints("T2", new BigDecimal("20"), "  "),
                        new ItemPoints("T3", new BigDecimal("10"), "")));
        assertThat(RULE.lacking(bid, ITEMS)).containsExactly("T2");
        var refused = catchThrowableOfType(Refused.class, () -> RULE.check(new Sheet("", List.of(bid)), ITEMS));
        assertThat(refused.code()).isEqualTo(ScoringRefusal.REASON_OWED);
        assertThat(refused.facts()).containsEntry("field", "sheet.bids.A.T2.reason");
        assertThatCode(() -> RULE.check(new Sheet("", List.of(bid("15.00", "15.00", "8.00"))), ITEMS))
                .doesNotThrowAnyException();
    }

    private static BidPoints bid(String first, String second, String third) {
        return new BidPoints(
                "A",
                List.of(
                        new ItemPoints("T1", new BigDecimal(first), ""),
                        new ItemPoints("T2", new BigDecimal(second), ""),
                        new ItemPoints("T3", new BigDecimal(third), "")));
    }
}
