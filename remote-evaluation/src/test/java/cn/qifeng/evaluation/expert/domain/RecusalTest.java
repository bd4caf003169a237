package cn.qifeng.evaluation.expert.domain;

import static cn.qifeng.evaluation.expert.domain.SampleExperts.CREDIT;
import static cn.qifeng.evaluation.expert.domain.SampleExperts.DAY;
import static cn.qifeng.evaluation.expert.domain.SampleExperts.PLAIN;
import static cn.qifeng.evaluation.expert.domain.SampleExperts.free;
import static cn.qifeng.evaluation.expert.domain.SampleExperts.tied;
import static cn.qifeng.evaluation.expert.domain.SampleExperts.ties;
import static cn.qifeng.evaluation.expert.domain.SampleExperts.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Recusal of experts 专家回避")
class RecusalTest {

    private static final Interests BIDDERS = new Interests(Set.of("甲公司", "乙公司", "代理公司"), Set.of(), DAY);

    @Test
    @DisplayName("R20: an expert employed by a bidder is left out")
    void leavesOutWhoWorksForABidder() {
        assertThat(grounds(tied("E0001", ties("甲公司", List.of(), List.of(), Set.of()))))
                .containsExactly(RecusalGround.EMPLOYED);
    }

    @Test
    void leavesOutFormerEmployeesRelativesAndAvoidedUnitsAndNamesEachGround() {
        var relative = new Relative("配偶", "某某", "代理公司", "");
        var tied = tied("E0001", ties("大学", List.of(until("乙公司", "2024-06")), List.of(relative), Set.of("甲公司")))
                .at(PoolPlace.suspended(DAY, null));

        assertThat(grounds(tied))
                .containsExactly(
                        RecusalGround.FORMERLY_EMPLOYED,
                        RecusalGround.RELATIVE,
                        RecusalGround.AVOIDED_UNIT,
                        RecusalGround.NOT_ACTIVE);
    }

    @Test
    void formerEmployersCountForThreeYears() {
        assertThat(grounds(formerly("乙公司", "2023-12"))).containsExactly(RecusalGround.FORMERLY_EMPLOYED);
        assertThat(grounds(formerly("乙公司", "2023-11"))).isEmpty();
    }

    @Test
    void keepsWhoHasNoTieAndOrdersThePoolByNumber() {
        var tied = tied("E0001", ties("甲公司", List.of(), List.of(), Set.of()));
        var eligibility = Eligibility.of(List.of(free("E0003"), tied, free("E0002")), BIDDERS, PLAIN, Map.of());

        assertThat(eligibility.eligible()).extracting(Expert::number).containsExactly("E0002", "E0003");
        assertThat(eligibility.recused()).containsOnlyKeys("E0001");
    }

    @Test
    void leavesOutOtherSpecialtiesOnlyWhenSomeAreAskedForAndAGroupStandsForAllBelowIt() {
        var expert = free("E0001");

        assertThat(groundsFor(expert, Set.of("B0301"))).containsExactly(RecusalGround.OTHER_SPECIALTY);
        assertThat(groundsFor(expert, Set.of("A0702"))).containsExactly(RecusalGround.OTHER_SPECIALTY);
        assertThat(groundsFor(expert, Set.of("A07"))).isEmpty();
        assertThat(groundsFor(expert, Set.of("A0701"))).isEmpty();
    }

    @Test
    void asksForAgeAndTrainingOnlyWhereTheLibraryDoes() {
        var strict = new PoolRules(OptionalInt.of(56), true);
        var nobody = new Interests(Set.of(), Set.of(), DAY);

        assertThat(free("E0001").recusals(nobody, strict))
                .containsExactly(new Recusal(RecusalGround.OVER_AGE, "56"), new Recusal(RecusalGround.UNTRAINED, "—"));
        assertThat(free("E0001").trained(DAY).recusals(nobody, new PoolRules(OptionalInt.of(57), true)))
                .isEmpty();
        assertThat(free("E0001").trained(DAY.minusDays(1)).recusals(nobody, strict))
                .contains(new Recusal(RecusalGround.UNTRAINED, "2026-11-30"));
    }

    @Test
    void aSuspensionReleasesItself() {
        var suspended = free("E0001").at(PoolPlace.suspended(DAY.minusDays(3), DAY.minusDays(1)));

        assertThat(grounds(suspended)).isEmpty();
        assertThat(suspended.place().on(DAY.minusDays(1))).isEqualTo(ExpertState.SUSPENDED);
    }

    @Test
    void leavesOutTheBannedUntilTheLastDay() {
        var ban = new Ban(
                UUID.randomUUID(), "E0001", "收受财物", "金发改〔2026〕1号", DAY.minusMonths(3), DAY, "x", Optional.empty());
        var records = Map.of("E0001", new ConductRecord(List.of(), List.of(ban), CREDIT));
        var pool = List.of(free("E0001"));

        assertThat(Eligibility.of(pool, BIDDERS, PLAIN, records).recused().get("E0001"))
                .containsExactly(new Recusal(RecusalGround.BLACKLISTED, DAY.toString()));
        var tomorrow = new Interests(Set.of(), Set.of(), DAY.plusDays(1));
        assertThat(Eligibility.of(pool, tomorrow, PLAIN, records).eligible()).isEqualTo(pool);
    }

    private static Expert formerly(String unit, String month) {
        return tied("E0001", ties("大学", List.of(until(unit, month)), List.of(), Set.of()));
    }

    private static List<RecusalGround> grounds(Expert expert) {
        return expert.recusals(BIDDERS, PLAIN).stream().map(Recusal::ground).toList();
    }

    private static List<RecusalGround> groundsFor(Expert expert, Set<String> specialties) {
        return expert.recusals(new Interests(Set.of(), specialties, DAY), PLAIN).stream()
                .map(Recusal::ground)
                .toList();
    }
}
