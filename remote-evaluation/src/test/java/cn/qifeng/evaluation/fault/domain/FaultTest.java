package cn.qifeng.evaluation.fault.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kernel.RefusalCode;
import cn.qifeng.kernel.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R40: faults of a remote evaluation 远程评标故障")
class FaultTest {

    private static final Instant START = Instant.parse("2026-12-02T01:00:00Z");
    private static final Instant NINE = Instant.parse("2026-12-02T03:00:00Z");
    private static final FaultRules RULES = new FaultRules(120, 240, true);

    @Test
    void r40ClearedAfterThreeHoursFiftyNineTheSamePanelGoesOn() {
        var cleared = during(RULES).clear(act(NINE.plus(Duration.ofMinutes(239))));

        assertThat(cleared.state(NINE.plus(Duration.ofDays(9)))).isEqualTo(FaultState.ENDED);
        assertThat(cleared.stops(NINE.plus(Duration.ofMinutes(239)))).isFalse();
        assertThat(cleared.choices(NINE.plus(Duration.ofMinutes(300)))).isEmpty();
    }

    @Test
    void r40ClearedAfterFourHoursOneTheEvaluationIsVoid() {
        var late = NINE.plus(Duration.ofMinutes(241));
        var cleared = during(RULES).clear(act(late));

        assertThat(cleared.state(late)).isEqualTo(FaultState.DUE);
        assertThat(cleared.stops(late)).isTrue();
        assertThat(cleared.choices(late)).containsExactly(FaultOutcome.VOID);
        var decided = cleared.decide(decision(FaultOutcome.VOID, true, late));
        assertThat(decided.state(late)).isEqualTo(FaultState.DISSOLVED);
        assertThat(decided.stops(late)).isFalse();
    }

    @Test
    void r40FourHoursToTheMillisecondAreWithinFourHours() {
        var limit = NINE.plus(Duration.ofHours(4));

        assertThat(during(RULES).clear(act(limit)).state(limit)).isEqualTo(FaultState.ENDED);
        assertThat(during(RULES).clear(act(limit.plusMillis(1))).state(limit.plusMillis(1)))
                .isEqualTo(FaultState.DUE);
    }

    @Test
    void r40BeforeTheStartTwoHoursCountFromThePlannedStart() {
        var early = fault(FaultPhase.BEFORE_START, RULES, act(START.minus(Duration.ofHours(3))));

        assertThat(early.until()).isEqualTo(START.plus(Duration.ofHours(2)));
        assertThat(early.choices(START.plus(Duration.ofMinutes(119)))).isEmpty();
        assertThat(early.choices(START.plus(Duration.ofMinutes(121))))
                .containsExactlyInAnyOrder(FaultOutcome.HOLD, FaultOutcome.POSTPONE);
        assertThat(early.clear(act(START.plus(Duration.ofMinutes(119)))).stops(START.plus(Duration.ofHours(9))))
                .isFalse();
    }

    @Test
    void heldAllTheSameItGoesOnOnlyWhenTheFaultIsCleared() {
        var late = START.plus(Duration.ofMinutes(121));
        var held = fault(FaultPhase.BEFORE_START, RULES, act(START)).decide(decision(FaultOutcome.HOLD, false, late));

        assertThat(held.state(late)).isEqualTo(FaultState.HELD);
        assertThat(held.stops(late)).isTrue();
        assertThat(held.clear(act(late.plusSeconds(60))).stops(late.plusSeconds(60)))
                .isFalse();
    }

    @Test
    void nothingIsDecidedBeforeTheLimitNorTwice() {
        assertThat(refusal(during(RULES), FaultOutcome.VOID, NINE.plus(Duration.ofHours(4))))
                .isEqualTo(FaultRefusal.NOT_DUE);
        var late = NINE.plus(Duration.ofHours(5));
        assertThat(refusal(during(RULES), FaultOutcome.CONTINUE, late)).isEqualTo(FaultRefusal.OUTCOME);
        assertThat(refusal(during(RULES), FaultOutcome.HOLD, late)).isEqualTo(FaultRefusal.OUTCOME);
        var decided = during(RULES).decide(decision(FaultOutcome.VOID, true, late));
        assertThat(refusal(decided, FaultOutcome.VOID, late)).isEqualTo(FaultRefusal.NOT_DUE);
    }

    @Test
    void withTheRuleSwitchedOffGoingOnCanBeDecided() {
        var late = NINE.plus(Duration.ofHours(5));
        var off = during(new FaultRules(120, 240, false));

        assertThat(off.choices(late)).containsExactlyInAnyOrder(FaultOutcome.CONTINUE, FaultOutcome.VOID);
        assertThat(off.decide(decision(FaultOutcome.CONTINUE, false, late)).state(late))
                .isEqualTo(FaultState.HELD);
    }

    @Test
    void dissolvedBehindOpenPricesItStandsStillForGood() {
        var late = NINE.plus(Duration.ofHours(5));

        assertThat(during(RULES)
                        .decide(decision(FaultOutcome.VOID, false, late))
                        .stops(late))
                .isTrue();
    }

    @Test
    void itBeganWithTheLastBeatOfASiteThatIsSilent() {
        var first = new SeatSign("S/1/01", NINE.minusSeconds(900), true);
        var last = new SeatSign("S/1/02", NINE.minusSeconds(600), true);
        var alive = new SeatSign("S/1/03", NINE.minusSeconds(3), false);

        assertThat(fault(FaultPhase.DURING, RULES, act(NINE, first, last)).from())
                .isEqualTo(NINE.minusSeconds(600));
        assertThat(fault(FaultPhase.DURING, RULES, act(NINE, first, alive)).from())
                .isEqualTo(NINE);
    }

    @Test
    void isNotClearedWhileASeatIsSilent() {
        var silent = act(NINE.plusSeconds(60), new SeatSign("S/1/01", NINE, true));
        var refused = catchThrowableOfType(Refused.class, () -> during(RULES).clear(silent));

        assertThat(refused.code()).isEqualTo(FaultRefusal.STILL_SILENT);
    }

    private static RefusalCode refusal(Fault fault, FaultOutcome outcome, Instant now) {
        return catchThrowableOfType(Refused.class, () -> fault.decide(decision(outcome, true, now)))
                .code();
    }

    private static Fault during(FaultRules rules) {
        return fault(FaultPhase.DURING, rules, act(NINE));
    }

    private static Fault fault(FaultPhase phase, FaultRules rules, FaultAct report) {
        return Fault.reported(SessionId.random(), 1, phase, "S", START, rules, report);
    }

    private static FaultAct act(Instant at, SeatSign... signs) {
        return new FaultAct(at, "p", "centre", "断网", List.of(signs));
    }

    private static FaultDecision decision(FaultOutcome outcome, boolean anew, Instant at) {
        return new FaultDecision(at, outcome, anew, "超时", "{}");
    }
}
