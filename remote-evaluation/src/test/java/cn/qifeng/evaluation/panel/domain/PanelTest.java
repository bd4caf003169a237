package cn.qifeng.evaluation.panel.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.Refused;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Evaluation panel 评标委员会")
class PanelTest {

    @ParameterizedTest(name = "R19: {0} members with {1} of the procuring entity are lawful")
    @CsvSource({"5,0", "5,1", "7,2", "9,3"})
    void allowsOddPanelsWithTwoThirdsExperts(int size, int tendererSeats) {
        assertThatCode(() -> new PanelComposition(size, tendererSeats).check()).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "R19: {0} members with {1} of the procuring entity are refused")
    @CsvSource({"4,0,PANEL_SIZE", "6,1,PANEL_SIZE", "3,0,PANEL_SIZE", "5,2,TOO_FEW_EXPERTS", "7,3,TOO_FEW_EXPERTS"})
    void refusesEvenPanelsAndTooFewExperts(int size, int tendererSeats, PanelRefusal expected) {
        var refused = catchThrowableOfType(Refused.class, () -> new PanelComposition(size, tendererSeats).check());

        assertThat(refused.code()).isEqualTo(expected);
    }

    @Test
    @DisplayName("R31: four ranked candidates are refused, three are not; finalists may be four")
    void refusesFourRankedCandidates() {
        assertThat(catchThrowableOfType(Refused.class, () -> new AwardSetting(false, 4).check())
                        .code())
                .isEqualTo(PanelRefusal.TOO_MANY_CANDIDATES);
        assertThatCode(() -> new AwardSetting(false, 3).check()).doesNotThrowAnyException();
        assertThatCode(() -> new AwardSetting(true, 4).check()).doesNotThrowAnyException();
    }

    @Test
    void invitesTheNextReserveWhenSomeoneDeclines() {
        var panel = drawn(8);
        assertThat(numbers(panel)).containsExactly("E1", "E2", "E3", "E4", "E5");

        assertThat(numbers(panel.decline("E2", "出差"))).containsExactly("E1", "E3", "E4", "E5", "E6");
        assertThat(panel.decline("E2", "出差").passed()).extracting(Seat::number).containsExactly("E2");
    }

    @Test
    @DisplayName("R20: a member found to be tied to a bidder is replaced, and the successor starts from the beginning")
    void replacesAMemberFoundInSession() {
        var replaced = seated().replace("E3", "现任职于投标人");

        assertThat(replaced.seat("E6").state()).isEqualTo(SeatState.INVITED);
        assertThat(replaced.ready()).isFalse();
        assertThat(replaced.leader()).contains("E1");
    }

    @Test
    void choosesALeaderByVotesAndTheEarlierPickInATie() {
        assertThat(seated().leader()).contains("E1");
        assertThat(seated().ready()).isTrue();
    }

    @Test
    void refusesASecondVoteAndAVoteForAReserve() {
        var panel = allSeated(drawn(8)).vote("E1", "E2");

        assertThat(catchThrowableOfType(Refused.class, () -> panel.vote("E1", "E3"))
                        .code())
                .isEqualTo(PanelRefusal.VOTED_ALREADY);
        assertThat(catchThrowableOfType(Refused.class, () -> panel.vote("E2", "E7"))
                        .code())
                .isEqualTo(PanelRefusal.NOT_A_MEMBER);
    }

    @Test
    void tellsWhenNoReserveIsLeft() {
        assertThat(drawn(5).decline("E1", "生病").shortage()).isEqualTo(1);
    }

    @Test
    void refusesToCheckInBeforeAccepting() {
        assertThat(catchThrowableOfType(Refused.class, () -> drawn(5).checkIn("E1"))
                        .code())
                .isEqualTo(PanelRefusal.WRONG_SEAT_STATE);
    }

    @Test
    @DisplayName("members drawn from a library are known once it told all who occupy a seat")
    void isKnownOnceALibraryToldWhoAccepted() {
        var coded = Panel.empty(1)
                .with(List.of(new Seat("L1", "", "", "", SeatKind.EXPERT, SeatState.RESERVE, "")))
                .accept("L1");

        assertThat(drawn(8).known()).isTrue();
        assertThat(coded.known()).isFalse();
        assertThat(coded.identify("L1", "p1", "m1", "专家1", "示例设计院").known()).isTrue();
    }

    private static Panel seated() {
        return allSeated(drawn(8))
                .vote("E1", "E2")
                .vote("E2", "E1")
                .vote("E3", "E1")
                .vote("E4", "E2")
                .vote("E5", "E3");
    }

    private static Panel allSeated(Panel panel) {
        var result = panel;
        for (var number : List.of("E1", "E2", "E3", "E4", "E5")) {
            result = result.accept(number).checkIn(number).admit(number);
        }
        return result;
    }

    private static Panel drawn(int count) {
        return Panel.empty(5)
                .with(IntStream.rangeClosed(1, count)
                        .mapToObj(i ->
                                new Seat("E" + i, "p" + i, "m" + i, "专家" + i, SeatKind.EXPERT, SeatState.RESERVE, ""))
                        .toList());
    }

    private static List<String> numbers(Panel panel) {
        return panel.occupied().stream().map(Seat::number).toList();
    }
}
