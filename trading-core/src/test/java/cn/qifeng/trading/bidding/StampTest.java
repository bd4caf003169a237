package cn.qifeng.trading.bidding;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.trading.bidding.domain.Stamp;
import cn.qifeng.trading.bidding.domain.Stamp.Verdict;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R15 Stamp of the last byte 最后字节到达时间")
class StampTest {

    private static final Instant DEADLINE = Instant.parse("2026-12-22T01:30:00Z");

    @Test
    void isOnTimeOneMillisecondBeforeTheDeadline() {
        assertThat(new Stamp(DEADLINE.minusMillis(1), 3).against(DEADLINE)).isEqualTo(Verdict.ON_TIME);
    }

    @Test
    void isOnTimeExactlyAtTheDeadline() {
        assertThat(new Stamp(DEADLINE, 3).against(DEADLINE)).isEqualTo(Verdict.ON_TIME);
    }

    @Test
    void isLateOneMillisecondAfterTheDeadline() {
        assertThat(new Stamp(DEADLINE.plusMillis(1), 3).against(DEADLINE)).isEqualTo(Verdict.LATE);
    }

    @Test
    void standsAsItIsUpToTheAllowedBound() {
        assertThat(new Stamp(DEADLINE.plusMillis(1), 500).against(DEADLINE)).isEqualTo(Verdict.LATE);
    }

    @Test
    void isHeldWhenAWiderBoundStraddlesTheDeadline() {
        assertThat(new Stamp(DEADLINE.plusMillis(1), 501).against(DEADLINE)).isEqualTo(Verdict.HELD);
        assertThat(new Stamp(DEADLINE.minusMillis(500), 501).against(DEADLINE)).isEqualTo(Verdict.HELD);
    }

    @Test
    void isJudgedByItsWorstCaseWhenTheBoundIsWide() {
        assertThat(new Stamp(DEADLINE.minusMillis(501), 501).against(DEADLINE)).isEqualTo(Verdict.ON_TIME);
        assertThat(new Stamp(DEADLINE.plusMillis(502), 501).against(DEADLINE)).isEqualTo(Verdict.LATE);
    }
}
