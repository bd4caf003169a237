package cn.qifeng.evaluation.attendance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.evaluation.panel.domain.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Fees of experts 劳务费")
class FeeRulesTest {

    private static final Instant NINE = Instant.parse("2026-12-02T01:00:00Z");
    private static final FeeRules HALF_DAYS = new FeeRules(FeeUnit.HALF_DAY, Optional.of(300_00L));

    @Test
    void aUnitThatWasBegunCounts() {
        assertThat(HALF_DAYS.fee(expert(Duration.ofHours(4)))).contains(300_00L);
        assertThat(HALF_DAYS.fee(expert(Duration.ofHours(4).plusMillis(1)))).contains(600_00L);
        assertThat(HALF_DAYS.fee(expert(Duration.ofSeconds(5)))).contains(300_00L);
        var hours = new FeeRules(FeeUnit.HOUR, Optional.of(120_00L));
        assertThat(hours.fee(expert(Duration.ofMinutes(150)))).contains(360_00L);
    }

    @Test
    void nothingIsPaidWithoutAStandardNorWhileItLastsNorToTheTenderer() {
        assertThat(new FeeRules(FeeUnit.HOUR, Optional.empty()).fee(expert(Duration.ofHours(1))))
                .isEmpty();
        assertThat(HALF_DAYS.fee(begun(true))).isEmpty();
        assertThat(HALF_DAYS.fee(begun(false).until(NINE.plusSeconds(1), AttendanceEnd.CONCLUDED)))
                .isEmpty();
    }

    private static Attendance expert(Duration lasted) {
        return begun(true).until(NINE.plus(lasted), AttendanceEnd.CONCLUDED);
    }

    private static Attendance begun(boolean expert) {
        return new Attendance(
                SessionId.random(),
                "E0001",
                1,
                "安明澈",
                "某设计院",
                expert,
                "",
                "",
                NINE,
                Optional.empty(),
                Optional.empty());
    }
}
