package cn.qifeng.kernel.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Technical score 技术得分")
class TechnicalMeanTest {

    @Test
    void isTheMeanRoundedHalfUp() {
        var totals = List.of(new BigDecimal("82.50"), new BigDecimal("85"), new BigDecimal("88.01"));

        assertThat(TechnicalMean.of(totals)).isEqualTo(new BigDecimal("85.17"));
        assertThat(TechnicalMean.of(List.of(new BigDecimal("1.00"), new BigDecimal("1.01"))))
                .isEqualTo(new BigDecimal("1.01"));
    }

    @Test
    void needsASheet() {
        assertThatIllegalArgumentException().isThrownBy(() -> TechnicalMean.of(List.of()));
    }
}
