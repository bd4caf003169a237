package cn.qifeng.evaluation.worktime.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Evaluation time 评标时间")
class EvaluationTimeTest {

    private static final Instant NOW = Instant.parse("2026-12-02T02:00:00Z");
    private static final Instant NOON = NOW.plus(Duration.ofHours(2));
    private static final Set<String> PANEL = Set.of("a", "b", "c", "d", "e");

    @Test
    void moreThanAThirdOfThePanelAreTwoOfFiveThreeOfSevenAndFourOfNine() {
        assertThat(EvaluationTime.needed(5)).isEqualTo(2);
        assertThat(EvaluationTime.needed(7)).isEqualTo(3);
        assertThat(EvaluationTime.needed(9)).isEqualTo(4);
    }

    @Test
    void anExtensionIsOwedFromTheMemberOnThatMakesMoreThanAThird() {
        var one = EvaluationTime.NONE.set(NOON, "", 0, Optional.empty(), NOW).asked("a", "图纸量大", "11", NOW);
        assertThat(one.owed(PANEL, 5)).isFalse();

        var two = one.asked("b", "计算复杂", "22", NOW);
        assertThat(two.owed(PANEL, 5)).isTrue();
        assertThat(two.open(PANEL)).extracting(TimeRequest::sm3).containsExactly("11", "22");

        var extended = two.set(NOON.plusSeconds(3600), "成员认为时间不够", 2, Optional.empty(), NOW);
        assertThat(extended.owed(PANEL, 5)).isFalse();
        assertThat(extended.end().orElseThrow().asked()).isEqualTo(2);
        assertThat(extended.asked("a", "仍不够", "33", NOW).open(PANEL)).hasSize(1);
    }

    @Test
    void whoSitsNoMoreDoesNotCount() {
        var two = EvaluationTime.NONE.asked("a", "量大", "11", NOW).asked("b", "量大", "22", NOW);

        assertThat(two.owed(Set.of("a", "c", "d", "e", "f"), 5)).isFalse();
    }

    @Test
    void aMemberAsksOnceUntilTheTimeIsExtendedAndSaysWhy() {
        var one = EvaluationTime.NONE.asked("a", "量大", "11", NOW);

        assertThat(code(() -> one.asked("a", "量大", "22", NOW))).isEqualTo(WorktimeRefusal.ASKED_ALREADY);
        assertThat(code(() -> one.asked("b", " ", "22", NOW))).isEqualTo(WorktimeRefusal.REASON_NEEDED);
    }

    @Test
    void anEndLiesBehindNowAndAnExtensionBehindTheOneBeforeAndHasAReason() {
        var set = EvaluationTime.NONE.set(NOON, "", 0, Optional.empty(), NOW);

        assertThat(code(() -> EvaluationTime.NONE.set(NOW, "", 0, Optional.empty(), NOW)))
                .isEqualTo(WorktimeRefusal.END_TOO_EARLY);
        assertThat(code(() -> set.set(NOON, "延长", 0, Optional.empty(), NOW))).isEqualTo(WorktimeRefusal.END_TOO_EARLY);
        assertThat(code(() -> set.set(NOON.plusSeconds(1), "", 0, Optional.empty(), NOW)))
                .isEqualTo(WorktimeRefusal.REASON_NEEDED);
        var late = NOON.plusSeconds(60);
        assertThat(code(() -> set.set(late, "延长", 0, Optional.empty(), late))).isEqualTo(WorktimeRefusal.END_TOO_EARLY);
    }

    @Test
    void thePanelHasNeverLessThanTheDocumentGivesFromWhenItIsComplete() {
        var eight = Optional.of(8);
        var called = EvaluationTime.NONE.set(NOON, "", 0, eight, NOW);
        assertThat(called.until(eight)).contains(NOON);

        var complete = called.begun(NOW.plusSeconds(60));
        var published = NOW.plusSeconds(60).plus(Duration.ofHours(8));
        assertThat(complete.until(eight)).contains(published);
        assertThat(complete.until(Optional.empty())).contains(NOON);

        assertThat(code(() -> complete.set(published.minusMillis(1), "延长", 0, eight, NOW)))
                .isEqualTo(WorktimeRefusal.LESS_THAN_PUBLISHED);
        var extended = complete.set(published.plusSeconds(1), "延长", 0, eight, NOW);
        assertThat(extended.until(eight)).contains(published.plusSeconds(1));
        assertThat(extended.begun(published).until(eight)).contains(published.plus(Duration.ofHours(8)));
    }

    private static Object code(ThrowingCallable act) {
        return catchThrowableOfType(Refused.class, act).code();
    }
}
