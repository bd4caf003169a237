package cn.qifeng.trading.rework.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.LotId;
import cn.qifeng.kernel.RefusalCode;
import cn.qifeng.kernel.Refused;
import cn.qifeng.kernel.TenderId;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Re-review asked for and decided 复评申请")
class ReworkTest {

    private static final Instant NOW = Instant.parse("2026-12-23T02:00:00Z");
    private static final List<ReworkPlace> PLACES = List.of(new ReworkPlace("b1", List.of("T1")));

    @Test
    void isDecidedOnceAndEndsWithItsReport() {
        var approved = asked(PLACES, "异议成立", "异议函").approved("属实", NOW);

        assertThat(approved.state()).isEqualTo(ReworkState.APPROVED);
        assertThat(approved.done().state()).isEqualTo(ReworkState.DONE);
        assertThat(refusal(() -> approved.refused("再想", NOW))).isEqualTo(ReworkRefusal.WRONG_STATE);
        var refused = asked(PLACES, "异议成立", "异议函").refused("证据不足", NOW);
        assertThat(refusal(refused::done)).isEqualTo(ReworkRefusal.WRONG_STATE);
    }

    @Test
    void needsReasonEvidenceAndPlaces() {
        assertThat(refusal(() -> asked(PLACES, " ", "异议函"))).isEqualTo(ReworkRefusal.TEXT_NEEDED);
        assertThat(refusal(() -> asked(PLACES, "异议成立", ""))).isEqualTo(ReworkRefusal.TEXT_NEEDED);
        assertThat(refusal(() -> asked(PLACES, "长".repeat(1001), "异议函"))).isEqualTo(ReworkRefusal.TEXT_NEEDED);
        assertThat(refusal(() -> asked(List.of(), "异议成立", "异议函"))).isEqualTo(ReworkRefusal.NO_PLACE);
        var empty = List.of(new ReworkPlace("b1", List.of()));
        assertThat(refusal(() -> asked(empty, "异议成立", "异议函"))).isEqualTo(ReworkRefusal.NO_PLACE);
    }

    @Test
    void aDecisionNeedsAReason() {
        assertThat(refusal(() -> asked(PLACES, "异议成立", "异议函").approved("", NOW)))
                .isEqualTo(ReworkRefusal.TEXT_NEEDED);
    }

    @Test
    void everyGroundHasItsArticle() {
        assertThat(ReworkGround.values()).allSatisfy(it -> assertThat(it.law()).contains("§"));
        assertThat(ReworkGround.named("WE_LOST")).isEmpty();
        assertThat(ReworkGround.named("EXTREME_POINTS")).contains(ReworkGround.EXTREME_POINTS);
    }

    private static Rework asked(List<ReworkPlace> places, String reason, String evidence) {
        return new Rework(
                TenderId.random(),
                LotId.random(),
                1,
                "aa".repeat(32),
                ReworkGround.EXTREME_POINTS,
                places,
                reason,
                evidence,
                "bb".repeat(32),
                NOW,
                ReworkState.ASKED,
                "",
                null);
    }

    private static RefusalCode refusal(ThrowingCallable act) {
        return catchThrowableOfType(Refused.class, act).code();
    }
}
