package cn.qifeng.evaluation.adjustment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.score.PriceAdjustment;
import cn.qifeng.kernel.score.PriceAdjustment.Deviation;
import cn.qifeng.kernel.score.PriceAdjustment.Duration;
import cn.qifeng.kernel.score.PriceAdjustment.Omission;
import cn.qifeng.kernel.score.PriceBid;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Findings on adjustments 量化因素认定")
class AdjustmentFindingTest {

    private static final List<PriceAdjustment> DECLARED = List.of(
            new Omission("L1"), new Duration("L2", 300, new Fen(1), new Fen(1)), new Deviation("L3", BigDecimal.TEN));

    @Test
    void isCarriedByAMajorityOfAllMembersAndKeepsTheDissent() {
        var finding = voted(finding(1, "L3", counted("b1", 2)), true, true, false);

        assertThat(finding.carried()).isTrue();
        assertThat(finding.against()).isEqualTo(1);
        assertThat(voted(finding(1, "L3", counted("b1", 2)), true, false, false).carried())
                .isFalse();
        assertThat(voted(finding(1, "L3", counted("b1", 2)), true, true).carried())
                .isFalse();
        assertThat(codeOf(() -> finding.with(new AdjustmentVote("m9", true, "", ""))))
                .isEqualTo(AdjustmentRefusal.VOTED_ALREADY);
        assertThat(codeOf(() -> finding(1, "L3", counted("b1", 2)).with(new AdjustmentVote("m1", false, " ", ""))))
                .isEqualTo(AdjustmentRefusal.OPINION_NEEDED);
    }

    @Test
    void takesOfEachBidAndAdjustmentTheLastCarriedWord() {
        var found = FoundFacts.of(List.of(
                voted(finding(1, "L3", counted("b1", 2), counted("b2", 1)), true, true, true),
                voted(finding(2, "L3", counted("b1", 5)), false, false, true),
                voted(finding(3, "L3", counted("b2", 0)), true, true, true),
                voted(finding(4, "L1", quoted("b1", 700L), quoted("b2", null)), true, true, true)));

        var first = found.of(new PriceBid("b1", new Fen(1000)), 310);
        var second = found.of(new PriceBid("b2", new Fen(1000)), 300);

        assertThat(first.counts()).containsEntry("L3", 2);
        assertThat(first.quotes()).containsEntry("L1", new Fen(700));
        assertThat(second.counts()).containsEntry("L3", 0);
        assertThat(second.quotes()).isEmpty();
        assertThat(found.missing(DECLARED, List.of("b1", "b2"))).isEmpty();
        assertThat(found.missing(DECLARED, List.of("b1", "b3"))).containsExactly("b3/L1", "b3/L3");
    }

    @Test
    void refusesAForeignBidAndALineThatDoesNotFitTheAdjustment() {
        var omission = new Omission("L1");
        var deviation = new Deviation("L3", BigDecimal.TEN);

        assertThat(codeOf(() -> finding(1, "L3").check(deviation, List.of("b1"))))
                .isNotNull();
        assertThat(codeOf(() -> finding(1, "L3", counted("b9", 1)).check(deviation, List.of("b1"))))
                .isNotNull();
        assertThat(codeOf(() -> finding(1, "L1", counted("b1", 1)).check(omission, List.of("b1"))))
                .isNotNull();
        assertThat(codeOf(() -> finding(1, "L3", quoted("b1", 1L)).check(deviation, List.of("b1"))))
                .isNotNull();
        assertThat(codeOf(() -> finding(1, "L3", counted("b1", -1)).check(deviation, List.of("b1"))))
                .isNotNull();
        assertThat(codeOf(() -> finding(1, "L3", new FindingLine("b1", Optional.of(1), Optional.empty(), ""))
                        .check(deviation, List.of("b1"))))
                .isEqualTo(AdjustmentRefusal.FINDING_INCOMPLETE);
    }

    private static AdjustmentFinding voted(AdjustmentFinding finding, boolean... votes) {
        var voted = finding;
        for (int i = 0; i < votes.length; i++) {
            voted = voted.with(new AdjustmentVote("m" + i, votes[i], votes[i] ? "" : "不同意", ""));
        }
        return voted;
    }

    private static AdjustmentFinding finding(int number, String code, FindingLine... lines) {
        return new AdjustmentFinding(number, code, List.of(lines), 3, List.of());
    }

    private static FindingLine counted(String bid, int count) {
        return new FindingLine(bid, Optional.of(count), Optional.empty(), "3");
    }

    private static FindingLine quoted(String bid, Long fen) {
        return new FindingLine(bid, Optional.empty(), Optional.ofNullable(fen).map(Fen::new), "3");
    }

    private static Object codeOf(ThrowingCallable act) {
        return catchThrowableOfType(Refused.class, act).code();
    }
}
