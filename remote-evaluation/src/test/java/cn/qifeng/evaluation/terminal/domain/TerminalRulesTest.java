package cn.qifeng.evaluation.terminal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qifeng.evaluation.SeatDevice;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kernel.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rules of terminals 席位终端规则")
class TerminalRulesTest {

    private static final Instant NOON = Instant.parse("2026-12-02T04:00:00Z");
    private static final ClockRules RULES =
            new ClockRules(200, 2000, 400, Duration.ofSeconds(10), Duration.ofSeconds(60));

    @Test
    void aClockIsReadAsNtpReadsIt() {
        var ahead = ClockReading.of(1_500, 1_040, 1_060, 1_580);
        assertThat(ahead).isEqualTo(new ClockReading(490, 60));
        assertThat(ClockReading.of(1_000, 1_530, 1_540, 1_070)).isEqualTo(new ClockReading(-500, 60));
        assertThatThrownBy(() -> ClockReading.of(10, 20, 30, 5)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> ClockReading.of(10, 20, 40, 15)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> ClockReading.of(Long.MIN_VALUE, 1, 1, Long.MAX_VALUE))
                .isInstanceOf(Refused.class);
    }

    @Test
    void isToldFromTwoHundredMillisecondsAndBlocksFromTwoSeconds() {
        assertThat(judged(199, 50)).isEqualTo(ClockMark.IN_TIME);
        assertThat(judged(-200, 50)).isEqualTo(ClockMark.OFF);
        assertThat(judged(1_999, 50)).isEqualTo(ClockMark.OFF);
        assertThat(judged(-2_000, 50)).isEqualTo(ClockMark.BLOCKED);
    }

    @Test
    void aSlowLineSaysNothingAndAnAlarmEndsAQuarterBelowItsLimit() {
        assertThat(judged(5_000, 401)).isEqualTo(ClockMark.IN_TIME);
        assertThat(RULES.judge(new ClockReading(0, 401), ClockMark.BLOCKED)).isEqualTo(ClockMark.BLOCKED);
        assertThat(RULES.judge(new ClockReading(0, 401), ClockMark.SILENT)).isEqualTo(ClockMark.UNKNOWN);
        assertThat(RULES.judge(new ClockReading(150, 50), ClockMark.OFF)).isEqualTo(ClockMark.OFF);
        assertThat(RULES.judge(new ClockReading(149, 50), ClockMark.OFF)).isEqualTo(ClockMark.IN_TIME);
    }

    @Test
    void refusesParametersOutsideOfTheirRanges() {
        assertThatIllegalStateException().isThrownBy(() -> rules(49, 2000, 400, 10, 60));
        assertThatIllegalStateException().isThrownBy(() -> rules(200, 200, 400, 10, 60));
        assertThatIllegalStateException().isThrownBy(() -> rules(200, 2000, 2001, 10, 60));
        assertThatIllegalStateException().isThrownBy(() -> rules(200, 2000, 400, 1, 60));
        assertThatIllegalStateException()
                .isThrownBy(() -> rules(200, 2000, 400, 10, 19))
                .withMessageContaining("qifeng.evaluation.seat.silence");
    }

    @Test
    void nothingIsCommittedToWithoutABeatOrWithAClockThatIsAway() {
        var fresh = presence();
        assertCode(() -> fresh.requireSteady(NOON, RULES), TerminalRefusal.SILENT);
        var right = fresh.beat(Optional.of(new ClockReading(3, 20)), RULES, NOON);
        right.requireSteady(NOON.plusSeconds(59), RULES);
        assertCode(() -> right.requireSteady(NOON.plusSeconds(60), RULES), TerminalRefusal.SILENT);
        var away = right.beat(Optional.of(new ClockReading(-2_000, 20)), RULES, NOON);
        assertCode(() -> away.requireSteady(NOON, RULES), TerminalRefusal.CLOCK);
        var off = right.beat(Optional.of(new ClockReading(500, 20)), RULES, NOON);
        off.requireSteady(NOON, RULES);
        assertThat(off.silent().beat(Optional.empty(), RULES, NOON).mark()).isEqualTo(ClockMark.UNKNOWN);
    }

    @Test
    void aNonceServesForHalfAMinuteAtLeastAndNinetySecondsAtMost() {
        var first = Nonces.first("a", NOON);
        assertThat(first.turned("b", NOON.plusSeconds(29))).isEqualTo(first);
        var second = first.turned("b", NOON.plusSeconds(30));
        assertThat(second.present()).isEqualTo("b");
        assertThat(second.accept("a", NOON.plusSeconds(59))).isTrue();
        assertThat(second.accept("a", NOON.plusSeconds(60))).isFalse();
        assertThat(second.accept("b", NOON.plusSeconds(89))).isTrue();
        assertThat(second.accept("b", NOON.plusSeconds(90))).isFalse();
        assertThat(first.accept("", NOON)).isFalse();
        assertThat(second.accept("c", NOON)).isFalse();
    }

    @Test
    void aCodeIsKeptAsAHashAndReadAsItWasMeant() {
        var issued = ActivationCode.issue("S/1/01", "S", "经办人", NOON, Duration.ofMinutes(10), new Random(7));
        assertThat(issued.text()).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
        var code = issued.code();
        assertThat(code.toString()).doesNotContain(issued.text().substring(5));
        assertThat(code.matches(issued.text().toLowerCase().replace("-", " "))).isTrue();
        assertThat(ActivationCode.plain("o i-l")).isEqualTo("011");
        assertThat(code.matches(issued.text().substring(0, 18) + "!")).isFalse();
        assertThat(code.alive(NOON.plusSeconds(599), 5)).isTrue();
        assertThat(code.alive(NOON.plusSeconds(600), 5)).isFalse();
        assertThat(code.missed().alive(NOON, 1)).isFalse();
    }

    @Test
    void aKeyIsAPointOfTheCurveAndAProofIsForOneAct() {
        var device = new SeatDevice();
        var key = device.key();
        var session = SessionId.random();
        var text = SeatProof.text(session, "p", "POST", "/a", "n");
        var signature = device.sign(text);
        assertThat(key.verifies(text, signature)).isTrue();
        assertThat(key.verifies(SeatProof.text(session, "p", "POST", "/b", "n"), signature))
                .isFalse();
        assertThat(key.verifies(SeatProof.text(SessionId.random(), "p", "POST", "/a", "n"), signature))
                .isFalse();
        assertThat(new SeatDevice().key().verifies(text, signature)).isFalse();
        assertThat(key.verifies(text, "0".repeat(128))).isFalse();
        assertThat(key.verifies(text, null)).isFalse();
        assertThatThrownBy(() -> new DeviceKey("04" + "1".repeat(128))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new DeviceKey("04" + "f".repeat(128))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new DeviceKey(null)).isInstanceOf(Refused.class);
        assertThat(SeatProof.of("a.b.c")).isEmpty();
        assertThat(SeatProof.of(null)).isEmpty();
        assertThat(SeatProof.of("ab".repeat(32) + "." + "cd".repeat(16) + "." + signature))
                .contains(new SeatProof("ab".repeat(32), "cd".repeat(16), signature));
    }

    private static ClockMark judged(long offset, long roundTrip) {
        return RULES.judge(new ClockReading(offset, roundTrip), ClockMark.IN_TIME);
    }

    private static ClockRules rules(long alarm, long block, long roundTrip, int every, int silence) {
        return new ClockRules(alarm, block, roundTrip, Duration.ofSeconds(every), Duration.ofSeconds(silence));
    }

    private static Presence presence() {
        var terminal = new Terminal("S/1/01", "S", new SeatDevice().key(), NOON, "经办人");
        return Presence.of(SessionId.random(), "E0001", "p", terminal, "n", NOON);
    }

    private static void assertCode(Runnable act, TerminalRefusal code) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.code()).isEqualTo(code));
    }
}
