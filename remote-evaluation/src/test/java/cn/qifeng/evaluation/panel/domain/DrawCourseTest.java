package cn.qifeng.evaluation.panel.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.Refused;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Draw of experts 抽取专家")
class DrawCourseTest {

    private static final DrawScope ASKED = new DrawScope(List.of("A0702", "B0301"), List.of("330703"));

    @Test
    void widensFromTheSpecialtyToItsGroupThenToTheCityThenToTheProvince() {
        assertThat(WidenStep.ASKED.of(ASKED)).isEqualTo(ASKED);
        assertThat(WidenStep.SPECIALTY_GROUP.of(ASKED).specialties()).containsExactly("A07", "B03");
        assertThat(WidenStep.REGION.of(ASKED).regions()).containsExactly("3307");
        assertThat(WidenStep.PROVINCE.of(ASKED).regions()).containsExactly("33");
        assertThat(WidenStep.ASKED.after(ASKED)).contains(WidenStep.SPECIALTY_GROUP);
        assertThat(WidenStep.PROVINCE.after(ASKED)).isEmpty();
    }

    @Test
    void leavesOutStepsThatWidenNothing() {
        assertThat(WidenStep.ASKED.after(new DrawScope(List.of(), List.of("3307"))))
                .contains(WidenStep.PROVINCE);
        assertThat(WidenStep.ASKED.after(new DrawScope(List.of(), List.of("33"))))
                .isEmpty();
        assertThat(WidenStep.ASKED.after(new DrawScope(List.of("A07"), List.of())))
                .contains(WidenStep.SPECIALTY_GROUP);
    }

    @Test
    void refusesWhatIsNoSpecialtyOrRegion() {
        assertThat(catchThrowableOfType(Refused.class, () -> new DrawScope(List.of("A7"), List.of()))
                        .code())
                .isEqualTo(PanelRefusal.BAD_PLAN);
        assertThat(catchThrowableOfType(Refused.class, () -> new DrawScope(List.of(), List.of("33070")))
                        .code())
                .isEqualTo(PanelRefusal.BAD_PLAN);
    }

    @Test
    void passesOverAThirdOfOneEmployerAndWhoServedTooOften() {
        var panel = Panel.empty(3)
                .under(new PassRules(2, 3, 0, 0))
                .with(List.of(
                        seat("E1", "甲", 0),
                        seat("E2", "甲", 2),
                        seat("E3", "甲", 0),
                        seat("E4", "乙", 3),
                        seat("E5", "乙", 0),
                        seat("E6", "甲", 0)));

        assertThat(panel.occupied()).extracting(Seat::number).containsExactly("E1", "E2", "E5");
        assertThat(panel.passed()).extracting(Seat::reason).containsExactly("SAME_EMPLOYER", "TOO_FREQUENT");
        assertThat(panel.decline("E1", "出差").occupied())
                .extracting(Seat::number)
                .containsExactly("E2", "E5", "E6");
    }

    @Test
    void doesNotTellAnybodyWhoIsPassedOverOrInReserve() {
        var panel = Panel.empty(1)
                .under(new PassRules(1, 1, 0, 0))
                .with(List.of(seat("E1", "甲", 1), seat("E2", "乙", 0), seat("E3", "丙", 0)));

        assertThat(panel.of("pE1")).isEmpty();
        assertThat(panel.of("pE3")).isEmpty();
        assertThat(panel.of("pE2")).isPresent();
    }

    @Test
    void hidesTheNumberOfASeatUntilCheckIn() {
        var panel = Panel.empty(1).with(List.of(seat("E1", "甲", 0)));
        assertThat(panel.shown(panel.seat("E1"))).isEqualTo("#01");
        var arrived = panel.accept("#01").checkIn("E1");
        assertThat(arrived.shown(arrived.seat("E1"))).isEqualTo("E1");
    }

    @Test
    void anUnansweredCallCountsAsDeclined() {
        var panel = Panel.empty(1).with(List.of(seat("E1", "甲", 0), seat("E2", "乙", 0)));

        assertThat(panel.unanswered("E1").occupied()).extracting(Seat::number).containsExactly("E2");
        assertThat(panel.unanswered("E1").of("pE1").orElseThrow().state()).isEqualTo(SeatState.UNANSWERED);
    }

    @Test
    void codesDifferByNumberSessionAndSeed() {
        var session = new SessionId(new UUID(0, 1));
        var seed = "5e".repeat(32);
        assertThat(List.of(
                        ExpertCode.of(session, seed, "E1"),
                        ExpertCode.of(session, seed, "E2"),
                        ExpertCode.of(new SessionId(new UUID(0, 2)), seed, "E1"),
                        ExpertCode.of(session, "5f".repeat(32), "E1")))
                .doesNotHaveDuplicates()
                .allMatch(it -> it.length() == 64);
    }

    @Test
    void placesAreRefusedWithoutText() {
        assertThat(catchThrowableOfType(Refused.class, () -> new DrawPlan(ASKED, Optional.empty(), "  "))
                        .code())
                .isEqualTo(PanelRefusal.BAD_PLAN);
    }

    @Test
    void passesOverWhoEvaluatedABidderOrForTheProcuringEntityTooOften() {
        var panel = Panel.empty(2)
                .under(new PassRules(0, 0, 4, 6))
                .with(List.of(met("E1", 4, 0), met("E2", 3, 5), met("E3", 0, 6), met("E4", 5, 7), met("E5", 0, 0)));

        assertThat(panel.occupied()).extracting(Seat::number).containsExactly("E2", "E5");
        assertThat(panel.passed()).extracting(Seat::reason).containsExactly("SAME_BIDDER", "SAME_HOST", "SAME_BIDDER");
    }

    private static Seat met(String number, int sameBidder, int sameHost) {
        return new Seat(
                number,
                "p" + number,
                "m" + number,
                "专家" + number,
                SeatKind.EXPERT,
                SeatState.RESERVE,
                "",
                "",
                0,
                sameBidder,
                sameHost);
    }

    private static Seat seat(String number, String employer, int served) {
        return new Seat(
                number,
                "p" + number,
                "m" + number,
                "专家" + number,
                SeatKind.EXPERT,
                SeatState.RESERVE,
                "",
                employer,
                served,
                0,
                0);
    }
}
