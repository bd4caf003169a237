package cn.qifeng.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("When a demo books seats of two sites 演示的席位时间")
class SeatsTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-12-01T10:20, 2026-12-01T10:20",
        "2026-12-01T13:00, 2026-12-01T13:00",
        "2026-12-01T03:00, 2026-12-01T09:00",
        "2026-12-01T13:01, 2026-12-02T09:00",
        "2026-12-01T23:59, 2026-12-02T09:00",
        "2026-12-04T17:00, 2026-12-07T09:00",
        "2026-12-05T10:00, 2026-12-07T09:00",
        "2026-10-01T10:00, 2026-10-08T09:00",
        "2026-10-10T10:00, 2026-10-10T10:00"
    })
    void liesOnAWorkingDayEarlyEnoughForFourHours(String now, String opens) {
        assertThat(Seats.open(moment(now))).isEqualTo(moment(opens));
    }

    private static Instant moment(String text) {
        return LocalDateTime.parse(text).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
