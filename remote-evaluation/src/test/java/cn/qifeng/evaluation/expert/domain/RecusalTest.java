package cn.qifeng.evaluation.expert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Recusal of experts 专家回避")
class RecusalTest {

    private static final Interests BIDDERS = new Interests(Set.of("甲公司", "乙公司", "代理公司"), Set.of());

    @Test
    @DisplayName("R20: an expert employed by a bidder is left out")
    void leavesOutWhoWorksForABidder() {
        assertThat(grounds(expert("甲公司", Set.of(), List.of(), Set.of(), ExpertState.ACTIVE)))
                .containsExactly(RecusalGround.EMPLOYED);
    }

    @Test
    void leavesOutFormerEmployeesRelativesAndAvoidedUnitsAndNamesEachGround() {
        var tied =
                expert("大学", Set.of("乙公司"), List.of(new Relative("配偶", "代理公司")), Set.of("甲公司"), ExpertState.SUSPENDED);

        assertThat(grounds(tied))
                .containsExactly(
                        RecusalGround.FORMERLY_EMPLOYED,
                        RecusalGround.RELATIVE,
                        RecusalGround.AVOIDED_UNIT,
                        RecusalGround.NOT_ACTIVE);
    }

    @Test
    void keepsWhoHasNoTieAndOrdersThePoolByNumber() {
        var free = expert("大学", Set.of("丙公司"), List.of(), Set.of(), ExpertState.ACTIVE);
        var eligibility = Eligibility.of(
                List.of(free, expert("甲公司", Set.of(), List.of(), Set.of(), ExpertState.ACTIVE)), BIDDERS);

        assertThat(eligibility.eligible()).containsExactly(free);
        assertThat(eligibility.recused()).containsOnlyKeys("E0001");
    }

    @Test
    void leavesOutOtherSpecialtiesOnlyWhenSomeAreAskedFor() {
        var expert = expert("大学", Set.of(), List.of(), Set.of(), ExpertState.ACTIVE);

        assertThat(expert.recusals(new Interests(Set.of(), Set.of("B0301"))))
                .extracting(Recusal::ground)
                .containsExactly(RecusalGround.OTHER_SPECIALTY);
    }

    private static List<RecusalGround> grounds(Expert expert) {
        return expert.recusals(BIDDERS).stream().map(Recusal::ground).toList();
    }

    private static Expert expert(
            String employer, Set<String> former, List<Relative> relatives, Set<String> avoided, ExpertState state) {
        return new Expert(
                "E0001",
                "测试专家",
                Set.of("A0701"),
                "330703",
                employer,
                former,
                relatives,
                avoided,
                state,
                Optional.of(new Account("p", "m", "", "测试专家")));
    }
}
