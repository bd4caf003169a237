package cn.qifeng.trading.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.qifeng.kernel.Refused;
import cn.qifeng.trading.party.domain.PartyRefusal;
import cn.qifeng.trading.party.domain.PasswordRule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Rule of passwords 口令策略")
class PasswordRuleTest {

    @ParameterizedTest
    @ValueSource(strings = {"Quiet-harbour-91", "quiet harbour 9一", "QUIETharbour91"})
    void takesTwelveCharactersOfThreeKinds(String password) {
        assertThatCode(() -> PasswordRule.require(password, "zhang.san")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Short-7", "onlysmallletters", "small letters with blanks", "x-Zhang.San-2026"})
    void refusesWhatIsShortPlainOrHasTheAccountInIt(String password) {
        var refused = catchThrowableOfType(Refused.class, () -> PasswordRule.require(password, "zhang.san"));

        assertThat(refused.code()).isEqualTo(PartyRefusal.WEAK_PASSWORD);
        assertThat(password.isEmpty() || !refused.facts().toString().contains(password))
                .isTrue();
    }

    @Test
    void refusesWhatIsTooLongToHash() {
        String password = "Aa1-".repeat(40);

        assertThat(catchThrowableOfType(Refused.class, () -> PasswordRule.require(password, "a"))
                        .code())
                .isEqualTo(PartyRefusal.WEAK_PASSWORD);
    }
}
