package cn.qifeng.evaluation.report.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.Refused;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Evaluation report 评标报告")
class EvaluationReportTest {

    private static final EvaluationReport REPORT =
            new EvaluationReport("ab".repeat(32), List.of("m1", "m2", "m3"), List.of(), false);

    @Test
    @DisplayName("R30: a member without signature and without written reason agrees; with a written reason it dissents")
    void countsSilenceAsAgreementAndKeepsWrittenDissent() {
        var closed = REPORT.with(new ReportSignature("m1", Opinion.AGREE, "", "{}"))
                .with(new ReportSignature("m2", Opinion.DISSENT, "评分标准适用有误", "{}"))
                .close();

        assertThat(closed.complete()).isTrue();
        assertThat(closed.agreedBySilence()).containsExactly("m3");
        assertThat(closed.dissents()).extracting(ReportSignature::reason).containsExactly("评分标准适用有误");
    }

    @Test
    void refusesDissentWithoutReasonASecondAnswerAndAReportThatNobodySigned() {
        assertThat(catchThrowableOfType(
                                Refused.class, () -> REPORT.with(new ReportSignature("m1", Opinion.DISSENT, " ", "{}")))
                        .code())
                .isEqualTo(ReportRefusal.REASON_NEEDED);
        var signed = REPORT.with(new ReportSignature("m1", Opinion.AGREE, "", "{}"));
        assertThat(catchThrowableOfType(
                                Refused.class, () -> signed.with(new ReportSignature("m1", Opinion.AGREE, "", "{}")))
                        .code())
                .isEqualTo(ReportRefusal.SIGNED_ALREADY);
        assertThat(catchThrowableOfType(Refused.class, REPORT::close).code()).isEqualTo(ReportRefusal.NOBODY_SIGNED);
    }
}
