package cn.qifeng.trading.party;

import static cn.qifeng.trading.party.domain.LoginLimit.ACCOUNT;
import static cn.qifeng.trading.party.domain.LoginLimit.ACCOUNT_AND_SOURCE;
import static cn.qifeng.trading.party.domain.LoginLimit.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.party.domain.Attempts;
import cn.qifeng.trading.party.domain.LoginLimit;
import cn.qifeng.trading.party.domain.LoginRefusal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Slowing of logins 登录节流")
class LoginLimitTest {

    private static final Instant NOW = Instant.parse("2026-11-28T02:00:00Z");

    @Test
    void fourFailuresAreFreeAndTheFifthWaitsHalfAMinute() {
        var four = failed(ACCOUNT_AND_SOURCE, 4);

        assertThatCode(() -> four.requireOpen(NOW)).doesNotThrowAnyException();
        var refused = catchThrowableOfType(
                Refused.class, () -> four.failed(ACCOUNT_AND_SOURCE, NOW).requireOpen(NOW));
        assertThat(refused.code()).isEqualTo(LoginRefusal.LOCKED);
        assertThat(refused.facts()).containsEntry("earliest", NOW.plusSeconds(30));
    }

    @Test
    void eachFurtherFailureDoublesTheWaitUpToAnHour() {
        assertThat(ACCOUNT_AND_SOURCE.waitAfter(6)).isEqualTo(Duration.ofMinutes(1));
        assertThat(ACCOUNT_AND_SOURCE.waitAfter(11)).isEqualTo(Duration.ofMinutes(32));
        assertThat(ACCOUNT_AND_SOURCE.waitAfter(12)).isEqualTo(Duration.ofHours(1));
        assertThat(ACCOUNT_AND_SOURCE.waitAfter(1_000)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void strangersElsewhereNeverMakeTheOwnerWaitLongerThanAMinute() {
        assertThat(ACCOUNT.waitAfter(49)).isZero();
        assertThat(ACCOUNT.waitAfter(50)).isEqualTo(Duration.ofSeconds(5));
        assertThat(ACCOUNT.waitAfter(1_000_000)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void failuresAreForgottenAfterTheWindow() {
        var later = failed(SOURCE, 60).failed(SOURCE, NOW.plus(SOURCE.window()));

        assertThat(later.failures()).isEqualTo(1);
        assertThat(later.lockedUntil()).isEmpty();
    }

    @Test
    void aGoodLoginClearsWhatFailedBefore() {
        var good = failed(ACCOUNT_AND_SOURCE, 9).succeeded(NOW);

        assertThat(good.failures()).isZero();
        assertThat(good.lockedUntil()).isEmpty();
        assertThat(good.succeededAt()).contains(NOW);
    }

    private static Attempts failed(LoginLimit limit, int times) {
        var attempts = Attempts.none();
        for (int i = 0; i < times; i++) {
            attempts = attempts.failed(limit, NOW);
        }
        return attempts;
    }
}
