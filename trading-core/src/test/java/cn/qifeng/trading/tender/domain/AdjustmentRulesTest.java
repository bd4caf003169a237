package cn.qifeng.trading.tender.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.tender.application.MethodDoc;
import cn.qifeng.trading.tender.application.MethodWords;
import cn.qifeng.trading.tender.domain.AdjustmentRule.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Adjustments of method M-E 量化因素")
class AdjustmentRulesTest {

    private static final AdjustmentRule LEFT_OUT = rule("L1", Kind.OMISSION, null, null, null, null, null);
    private static final AdjustmentRule DAYS = rule("L2", Kind.DURATION, null, null, 300, 100_000L, 0L);
    private static final AdjustmentRule TERMS = rule("L3", Kind.DEVIATION, -2_000_000L, null, null, null, null);
    private static final AdjustmentRule ADVANCE = rule("L4", Kind.SHARE, null, "0.5", null, null, null);

    @Test
    void acceptsEveryKindAndAMethodWithoutAny() {
        assertThatCode(() -> AdjustmentRules.check(method("0", "1", List.of(LEFT_OUT, DAYS, TERMS, ADVANCE))))
                .doesNotThrowAnyException();
        assertThatCode(() -> AdjustmentRules.check(method("0", "1", List.of()))).doesNotThrowAnyException();
    }

    @Test
    void publishesWhatEachKindNeedsAndNothingElse() {
        var doc = MethodDoc.of(method("0", "1", List.of(LEFT_OUT, DAYS, TERMS, ADVANCE)));

        assertThat(doc.path("adjustments"))
                .extracting(Object::toString)
                .allMatch(it -> it.contains("\"basis\":\"以投标文件为准\""))
                .satisfiesExactly(
                        it -> assertThat(it).doesNotContain("Fen", "percent"),
                        it -> assertThat(it).contains("\"baseDays\":300", "\"laterFen\":100000", "\"earlierFen\":0"),
                        it -> assertThat(it).contains("\"amountFen\":-2000000"),
                        it -> assertThat(it).contains("\"percent\":\"0.5\""));
        assertThat(MethodWords.summary(method("0", "1", List.of(TERMS)))).contains("每出现一处减20,000.00元");
    }

    static Stream<AdjustmentRule> meaningless() {
        return Stream.of(
                rule("1L", Kind.OMISSION, null, null, null, null, null),
                rule("L1", null, null, null, null, null, null),
                new AdjustmentRule("L1", "", "以投标文件为准", Kind.OMISSION, null, null, null, null, null),
                new AdjustmentRule("L1", "便道", " ", Kind.OMISSION, null, null, null, null, null),
                rule("L1", Kind.OMISSION, 1L, null, null, null, null),
                rule("L1", Kind.DEVIATION, 0L, null, null, null, null),
                rule("L1", Kind.DEVIATION, AdjustmentRules.AMOUNT_FEN_MAX + 1, null, null, null, null),
                rule("L1", Kind.DEVIATION, null, null, null, null, null),
                rule("L1", Kind.SHARE, null, "0.00", null, null, null),
                rule("L1", Kind.SHARE, null, "100", null, null, null),
                rule("L1", Kind.SHARE, null, "1e2", null, null, null),
                rule("L1", Kind.DURATION, null, null, 0, 1L, 1L),
                rule("L1", Kind.DURATION, null, null, 300, 0L, 0L),
                rule("L1", Kind.DURATION, null, null, 300, -1L, 5L),
                rule("L1", Kind.SHARE, null, "0.5", 300, null, null));
    }

    @ParameterizedTest
    @MethodSource("meaningless")
    void refusesAnAdjustmentThatSaysNotWhatItComesTo(AdjustmentRule rule) {
        assertThat(refusedBy(method("0", "1", List.of(rule))).code()).isEqualTo(TenderRefusal.ADJUSTMENT_WRONG);
    }

    @Test
    void refusesACodeTwicePointsForThePriceAndACoefficient() {
        assertThat(refusedBy(method("0", "1", List.of(LEFT_OUT, LEFT_OUT))).code())
                .isEqualTo(TenderRefusal.ADJUSTMENT_WRONG);
        assertThat(refusedBy(method("60", "1", List.of())).code()).isEqualTo(TenderRefusal.FIELD_OUT_OF_RANGE);
        assertThat(refusedBy(method("0", "0.97", List.of())).code()).isEqualTo(TenderRefusal.FIELD_OUT_OF_RANGE);
    }

    @Test
    void refusesTechnicalItemsThatAreMoreThanPassedOrNot() {
        var refused = catchThrowableOfType(
                Refused.class,
                () -> AdjustmentRules.check(List.of(new Criterion("T1", "施工组织设计", "2", Criterion.Kind.SUBJECTIVE))));

        assertThat(refused.code()).isEqualTo(TenderRefusal.CRITERIA_INCOMPLETE);
    }

    private static Refused refusedBy(ScoringMethod method) {
        return catchThrowableOfType(Refused.class, () -> AdjustmentRules.check(method));
    }

    private static ScoringMethod method(String fullScore, String k, List<AdjustmentRule> adjustments) {
        return new ScoringMethod(
                "M-E", fullScore, "0", "0", List.of(k), List.of(), "2", null, null, List.of(), null, adjustments, null);
    }

    private static AdjustmentRule rule(
            String code, Kind kind, Long amountFen, String percent, Integer baseDays, Long laterFen, Long earlierFen) {
        return new AdjustmentRule(code, "便道", "以投标文件为准", kind, amountFen, percent, baseDays, laterFen, earlierFen);
    }
}
