package cn.qifeng.evaluation.scoring.domain;

import static cn.qifeng.evaluation.clarification.domain.ClarificationKind.AMBIGUITY;
import static cn.qifeng.evaluation.clarification.domain.ClarificationKind.ARITHMETIC;
import static cn.qifeng.evaluation.clarification.domain.ClarificationKind.LOW_PRICE;
import static cn.qifeng.evaluation.clarification.domain.ClarificationKind.OBVIOUS_ERROR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.evaluation.clarification.domain.Clarification;
import cn.qifeng.evaluation.clarification.domain.ClarificationKind;
import cn.qifeng.evaluation.clarification.domain.Finding;
import cn.qifeng.evaluation.clarification.domain.Questions;
import cn.qifeng.kernel.Refused;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What has to be asked before a rejection 否决前先澄清 (1117号 三(十三))")
class PriorClarificationTest {

    @ParameterizedTest
    @CsvSource({
        "BELOW_COST,LOW_PRICE",
        "UNCLEAR,AMBIGUITY",
        "INCONSISTENT,AMBIGUITY",
        "OBVIOUS_ERROR,OBVIOUS_ERROR",
        "OBVIOUS_ERROR,ARITHMETIC"
    })
    void needsAClarificationOfThisBidThatRanOutOrWasNotAccepted(RejectionBasis basis, ClarificationKind kind) {
        refuses(basis, null);
        refuses(basis, 1);
        refuses(basis, 1, Questions.released(kind));
        refuses(basis, 1, Questions.answered(kind, true));
        refuses(basis, 1, Questions.found(Questions.answered(kind, true), Finding.ACCEPTED));
        takes(basis, 1, Questions.lapsed(kind));
        takes(basis, 1, Questions.found(Questions.answered(kind, true), Finding.NOT_ACCEPTED));
        refuses("b2", basis, 1, Questions.lapsed(kind));
        refuses(basis, 2, Questions.lapsed(kind));
    }

    @Test
    void aQuestionAboutSomethingElseIsNoneOfThese() {
        refuses(RejectionBasis.BELOW_COST, 1, Questions.lapsed(AMBIGUITY));
        refuses(RejectionBasis.UNCLEAR, 1, Questions.lapsed(LOW_PRICE));
        refuses(RejectionBasis.OBVIOUS_ERROR, 1, Questions.lapsed(AMBIGUITY));
        takes(RejectionBasis.OBVIOUS_ERROR, 1, Questions.lapsed(OBVIOUS_ERROR));
        takes(
                RejectionBasis.OBVIOUS_ERROR,
                1,
                Questions.found(Questions.answered(ARITHMETIC, false), Finding.ACCEPTED));
    }

    @Test
    void aFactNeedsNoneAndNamesNone() {
        takes(RejectionBasis.FACT, null);
        takes(RejectionBasis.ABOVE_CEILING, null);
        refuses(RejectionBasis.FACT, 1, Questions.lapsed(AMBIGUITY));
    }

    @Test
    void aPriceIsTheBasisOfGroundFiveAndOfNoOther() {
        assertThat(RejectionBasis.BELOW_COST.fits(RejectionCode.RJ5)).isTrue();
        assertThat(RejectionBasis.ABOVE_CEILING.fits(RejectionCode.RJ5)).isTrue();
        assertThat(RejectionBasis.FACT.fits(RejectionCode.RJ5)).isFalse();
        assertThat(RejectionBasis.FACT.fits(RejectionCode.RJ6)).isTrue();
        assertThat(RejectionBasis.BELOW_COST.fits(RejectionCode.RJ6)).isFalse();
    }

    private static void takes(RejectionBasis basis, Integer number, Clarification... known) {
        assertThatCode(() -> PriorClarification.check("b1", basis, Optional.ofNullable(number), List.of(known)))
                .doesNotThrowAnyException();
    }

    private static void refuses(RejectionBasis basis, Integer number, Clarification... known) {
        refuses("b1", basis, number, known);
    }

    private static void refuses(String bid, RejectionBasis basis, Integer number, Clarification... known) {
        var refused = catchThrowableOfType(
                Refused.class, () -> PriorClarification.check(bid, basis, Optional.ofNullable(number), List.of(known)));
        assertThat(refused.code()).isEqualTo(ScoringRefusal.CLARIFICATION_NEEDED);
        assertThat(refused.code().law()).contains("1117号");
        assertThat(refused.facts()).containsEntry("field", "clarification").containsKey("expected");
    }
}
