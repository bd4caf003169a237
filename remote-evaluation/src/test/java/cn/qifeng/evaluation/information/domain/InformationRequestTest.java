package cn.qifeng.evaluation.information.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.Refused;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Questions to the procuring entity 信息征询")
class InformationRequestTest {

    private static final Instant NOW = Instant.parse("2026-12-01T02:00:00Z");
    private static final Instant DEADLINE = NOW.plus(Duration.ofMinutes(30));

    @Test
    void passesTheGateInBothDirectionsBeforeThePanelSeesTheAnswer() {
        var asked = asked();
        assertThat(code(() -> asked.answered(answer(NOW)))).isEqualTo(InformationRefusal.WRONG_STATE);
        var answered = asked.released(NOW, "{}").answered(answer(DEADLINE));
        assertThat(answered.shown()).isEmpty();
        assertThat(answered.delivered(DEADLINE, "{}").shown()).isPresent();
    }

    @Test
    void whatIsWithheldIsNotShownAndStays() {
        var withheld = asked().released(NOW, "{}").answered(answer(NOW)).withheld(NOW, "暗示倾向", "{}");
        assertThat(withheld.shown()).isEmpty();
        assertThat(withheld.answer()).isPresent();
        assertThat(withheld.state().ended()).isTrue();
        assertThat(code(() -> withheld.delivered(NOW, "{}"))).isEqualTo(InformationRefusal.WRONG_STATE);
    }

    @Test
    void keepsNothingBackWithoutAReason() {
        assertThat(code(() -> asked().stopped(NOW, " ", "{}"))).isEqualTo(InformationRefusal.REASON_NEEDED);
        var answered = asked().released(NOW, "{}").answered(answer(NOW));
        assertThat(code(() -> answered.withheld(NOW, "", "{}"))).isEqualTo(InformationRefusal.REASON_NEEDED);
    }

    @Test
    void lapsesOnlyBehindItsDeadlineWhoseLastMomentCounts() {
        var released = asked().released(NOW, "{}");
        assertThat(code(() -> released.lapsed(DEADLINE))).isEqualTo(InformationRefusal.WRONG_STATE);
        var late = DEADLINE.plusMillis(1);
        assertThat(code(() -> released.answered(answer(late)))).isEqualTo(InformationRefusal.TOO_LATE);
        var lapsed = released.lapsed(late);
        assertThat(lapsed.state()).isEqualTo(InformationState.LAPSED);
        assertThat(code(() -> lapsed.answered(answer(NOW)))).isEqualTo(InformationRefusal.TOO_LATE);
    }

    @Test
    void aQuestionAndAnAnswerAreWordsOfALength() {
        assertThat(code(() -> new InformationQuestion(" ", "？", 30))).isEqualTo(InformationRefusal.QUESTION_INCOMPLETE);
        assertThat(code(() -> new InformationQuestion("3", "问".repeat(1001), 30)))
                .isEqualTo(InformationRefusal.QUESTION_INCOMPLETE);
        assertThat(code(() -> new InformationAnswer("", NOW, "{}"))).isEqualTo(InformationRefusal.ANSWER_INCOMPLETE);
    }

    @Test
    @DisplayName("names are found behind blanks 空白隔开的名称也算点名")
    void findsANameWhateverBlanksStandInIt() {
        var names = NamedBidders.of("示例建设有限公司", "913307030000000011", "");
        assertThat(names.in("请看示例　建设 有限公司的工期")).isTrue();
        assertThat(names.in("第3页", "9133 0703 0000 0000 11")).isTrue();
        assertThat(names.in("工期以哪一处为准？", "第3页")).isFalse();
    }

    private static InformationRequest asked() {
        var question = new InformationQuestion("第二章", "暂列金额是否计入总价？", 30);
        return InformationRequest.asked(1, question, "00", "m1", "M01", "{}");
    }

    private static InformationAnswer answer(Instant at) {
        return new InformationAnswer("计入。", at, "{}");
    }

    private static Object code(ThrowingCallable act) {
        return catchThrowableOfType(Refused.class, act).code();
    }
}
