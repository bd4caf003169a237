package cn.qifeng.evaluation.clarification.domain;

import static cn.qifeng.evaluation.clarification.domain.ClarificationKind.AMBIGUITY;
import static cn.qifeng.evaluation.clarification.domain.ClarificationKind.ARITHMETIC;
import static cn.qifeng.evaluation.clarification.domain.Questions.RELEASED;
import static cn.qifeng.evaluation.clarification.domain.Questions.against;
import static cn.qifeng.evaluation.clarification.domain.Questions.forIt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.Refused;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Clarification 澄清")
class ClarificationTest {

    private static final Instant DEADLINE = RELEASED.plusSeconds(60L * Questions.MINUTES);

    @Test
    void aMajorityOfAllMembersAsksAndTheProposalIsAVote() {
        var one = Questions.proposed(AMBIGUITY).voted(forIt("m1"));
        assertThat(one.state()).isEqualTo(ClarificationState.PROPOSED);
        assertThat(one.voted(forIt("m2")).state()).isEqualTo(ClarificationState.AT_GATE);
    }

    @Test
    void isDroppedAsSoonAsAMajorityIsOutOfReach() {
        var one = Questions.proposed(AMBIGUITY).voted(against("m1")).voted(against("m2"));
        assertThat(one.state()).isEqualTo(ClarificationState.PROPOSED);
        assertThat(one.voted(against("m3")).state()).isEqualTo(ClarificationState.DROPPED);
    }

    @Test
    void refusesASecondVoteOfAMemberAndAVoteAgainstWithoutAReason() {
        var one = Questions.proposed(AMBIGUITY);
        assertThat(code(() -> one.voted(forIt("m0")))).isEqualTo(ClarificationRefusal.VOTED_ALREADY);
        assertThat(code(() -> one.voted(new QuestionVote("m1", false, " ", "{}"))))
                .isEqualTo(ClarificationRefusal.REASON_NEEDED);
    }

    @Test
    void theTimeRunsFromTheReleaseAndTheLastMomentCounts() {
        var released = Questions.released(AMBIGUITY);
        assertThat(released.deadline()).contains(DEADLINE);
        assertThat(released.answered(Questions.answer(AMBIGUITY, true, DEADLINE))
                        .state())
                .isEqualTo(ClarificationState.ANSWERED);
        assertThat(code(() -> released.answered(Questions.answer(AMBIGUITY, true, DEADLINE.plusMillis(1)))))
                .isEqualTo(ClarificationRefusal.TOO_LATE);
    }

    @Test
    void lapsesOnlyAfterTheDeadlineAndThenTakesNoAnswer() {
        var released = Questions.released(AMBIGUITY);
        assertThat(code(() -> released.lapsed(DEADLINE))).isEqualTo(ClarificationRefusal.WRONG_STATE);
        var lapsed = released.lapsed(DEADLINE.plusMillis(1));
        assertThat(lapsed.state()).isEqualTo(ClarificationState.LAPSED);
        assertThat(lapsed.unresolved()).isTrue();
        assertThat(code(() -> lapsed.answered(Questions.answer(AMBIGUITY, true, RELEASED))))
                .isEqualTo(ClarificationRefusal.TOO_LATE);
    }

    @Test
    @DisplayName("what nobody asked for is not taken 不接受主动澄清")
    void takesNoAnswerThatNobodyAskedFor() {
        var gate = Questions.atGate(AMBIGUITY);
        assertThat(code(() -> gate.answered(Questions.answer(AMBIGUITY, true, RELEASED))))
                .isEqualTo(ClarificationRefusal.NOT_ASKED);
        var stopped = gate.stopped(RELEASED, "问题带有暗示", "{}");
        assertThat(stopped.deadline()).isEmpty();
        assertThat(code(() -> stopped.answered(Questions.answer(AMBIGUITY, true, RELEASED))))
                .isEqualTo(ClarificationRefusal.NOT_ASKED);
        var answered = Questions.answered(AMBIGUITY, true);
        assertThat(code(() -> answered.answered(Questions.answer(AMBIGUITY, true, RELEASED))))
                .isEqualTo(ClarificationRefusal.NOT_ASKED);
    }

    @Test
    void theGateStopsOnlyWithAReasonAndOnlyWhatThePanelAsks() {
        assertThat(code(() -> Questions.atGate(AMBIGUITY).stopped(RELEASED, "", "{}")))
                .isEqualTo(ClarificationRefusal.REASON_NEEDED);
        assertThat(code(() -> Questions.proposed(AMBIGUITY).released(RELEASED, "{}")))
                .isEqualTo(ClarificationRefusal.WRONG_STATE);
    }

    @Test
    void aCorrectionIsConfirmedOrRefusedAndOtherAnswersAreNeither() {
        assertThat(code(() -> Questions.released(ARITHMETIC).answered(Questions.answer(AMBIGUITY, true, RELEASED))))
                .isEqualTo(ClarificationRefusal.ANSWER_INCOMPLETE);
        assertThat(code(() -> Questions.released(AMBIGUITY).answered(Questions.answer(ARITHMETIC, true, RELEASED))))
                .isEqualTo(ClarificationRefusal.ANSWER_INCOMPLETE);
    }

    @Test
    void aConfirmedCorrectionBindsOnceThePanelAcceptsIt() {
        var confirmed = Questions.answered(ARITHMETIC, true);
        assertThat(confirmed.binding()).isEmpty();
        assertThat(Questions.found(confirmed, Finding.ACCEPTED).binding()).contains(new Fen(100_000_000));
        assertThat(Questions.found(confirmed, Finding.SUBSTANCE_CHANGED).binding())
                .isEmpty();
    }

    @Test
    void aRefusedCorrectionBindsNobodyAndStaysOpen() {
        var refused = Questions.found(Questions.answered(ARITHMETIC, false), Finding.ACCEPTED);
        assertThat(refused.binding()).isEmpty();
        assertThat(refused.unresolved()).isTrue();
    }

    @Test
    void theFindingIsWhatMostMembersFind() {
        var answered = Questions.answered(AMBIGUITY, true);
        assertThat(Questions.found(answered, Finding.ACCEPTED).unresolved()).isFalse();
        var mixed = answered.found(new FindingVote("m0", Finding.ACCEPTED, "", "{}"))
                .found(new FindingVote("m1", Finding.SUBSTANCE_CHANGED, "改变工期", "{}"))
                .found(new FindingVote("m2", Finding.SUBSTANCE_CHANGED, "改变工期", "{}"));
        assertThat(mixed.finding()).isEmpty();
        assertThat(mixed.found(new FindingVote("m3", Finding.NOT_ACCEPTED, "未说明", "{}"))
                        .finding())
                .contains(Finding.SUBSTANCE_CHANGED);
        assertThat(code(() -> answered.found(new FindingVote("m0", Finding.NOT_ACCEPTED, "", "{}"))))
                .isEqualTo(ClarificationRefusal.REASON_NEEDED);
    }

    @Test
    void theMinutesLieWithinTheBounds() {
        var time = new AnswerTime(10, 1440);
        assertThat(time.checked(10)).isEqualTo(10);
        assertThat(code(() -> time.checked(9))).isEqualTo(ClarificationRefusal.MINUTES_OUT_OF_RANGE);
        assertThat(code(() -> time.checked(1441))).isEqualTo(ClarificationRefusal.MINUTES_OUT_OF_RANGE);
    }

    private static Object code(ThrowingCallable call) {
        return catchThrowableOfType(Refused.class, call).code();
    }
}
