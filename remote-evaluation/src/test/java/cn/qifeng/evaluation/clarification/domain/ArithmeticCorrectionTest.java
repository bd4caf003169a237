package cn.qifeng.evaluation.clarification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.Fen;
import cn.qifeng.kernel.Refused;
import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Arithmetic correction 算术修正")
class ArithmeticCorrectionTest {

    private static final Fen SUNG = Fen.ofYuan("1010000.00");

    @Test
    @DisplayName("R24: words beat figures")
    void ruleR24() {
        var correction = ArithmeticCorrection.ofWords("人民币壹佰万元整", SUNG);
        assertThat(correction.corrected()).isEqualTo(Fen.ofYuan("1000000.00"));
        assertThat(correction.words()).contains("壹佰万元整");
        assertThat(code(() -> ArithmeticCorrection.ofWords("壹佰零壹万元整", SUNG)))
                .isEqualTo(ClarificationRefusal.NOTHING_TO_CORRECT);
        assertThat(code(() -> ArithmeticCorrection.ofWords("一百万", SUNG))).isEqualTo(ClarificationRefusal.BAD_AMOUNT);
    }

    @Test
    @DisplayName("R25: unit price beats the total")
    void ruleR25UnitPrice() {
        var line = BillLine.of("040101001001", "1250.5", "368.40", 46_500_000).corrected();
        assertThat(line).get().extracting(CorrectedLine::ruling).isEqualTo(CorrectionRuling.UNIT_PRICE);
        assertThat(line).get().extracting(CorrectedLine::total).isEqualTo(Fen.ofYuan("460684.20"));
    }

    @Test
    @DisplayName("R25: an obvious slip of the decimal point: the total wins")
    void ruleR25DecimalSlip() {
        var line = BillLine.of("040101001001", "1250.5", "36840.00", 46_068_420).corrected();
        assertThat(line).get().extracting(CorrectedLine::ruling).isEqualTo(CorrectionRuling.DECIMAL_SLIP);
        assertThat(line).get().extracting(CorrectedLine::total).isEqualTo(Fen.ofYuan("460684.20"));
        assertThat(line.orElseThrow().unitPrice()).isEqualByComparingTo(new BigDecimal("368.4"));
        assertThat(line.orElseThrow().change()).isZero();
    }

    @Test
    void anotherFigureThanAPowerOfTenIsNoSlip() {
        var line = BillLine.of("040101001001", "1250.5", "36840.00", 46_068_421).corrected();
        assertThat(line).get().extracting(CorrectedLine::ruling).isEqualTo(CorrectionRuling.UNIT_PRICE);
    }

    @Test
    void thePriceChangesByWhatItsLinesChange() {
        var correction = ArithmeticCorrection.ofLines(
                List.of(
                        BillLine.of("1", "1250.5", "368.40", 46_500_000),
                        BillLine.of("2", "10", "3.00", 2_000),
                        BillLine.of("3", "2", "0.5", 1_000)),
                Fen.ofYuan("500000.00"));
        assertThat(correction.corrected()).isEqualTo(Fen.ofYuan("495694.20"));
    }

    @Test
    void refusesALineThatIsRightALineTwiceAndWhatIsNoAmount() {
        var right = BillLine.of("1", "10", "3.00", 3_000);
        var wrong = BillLine.of("1", "10", "3.00", 2_000);
        assertThat(code(() -> ArithmeticCorrection.ofLines(List.of(right), SUNG)))
                .isEqualTo(ClarificationRefusal.NOTHING_TO_CORRECT);
        assertThat(code(() -> ArithmeticCorrection.ofLines(List.of(wrong, wrong), SUNG)))
                .isEqualTo(ClarificationRefusal.BAD_AMOUNT);
        assertThat(code(() -> BillLine.of("1", "-1", "3.00", 3_000))).isEqualTo(ClarificationRefusal.BAD_AMOUNT);
        assertThat(code(() -> BillLine.of("1", "1", "0", 3_000))).isEqualTo(ClarificationRefusal.BAD_AMOUNT);
        assertThat(code(() -> BillLine.of("1", "1", "3.00", 0))).isEqualTo(ClarificationRefusal.BAD_AMOUNT);
        assertThat(code(() -> ArithmeticCorrection.ofLines(
                        List.of(BillLine.of("1", "1", "1", 200_000_000)), Fen.ofYuan("1000.00"))))
                .isEqualTo(ClarificationRefusal.BAD_AMOUNT);
    }

    private static Object code(ThrowingCallable call) {
        return catchThrowableOfType(Refused.class, call).code();
    }
}
