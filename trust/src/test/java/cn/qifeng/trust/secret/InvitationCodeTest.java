package cn.qifeng.trust.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Invitation code 邀请码")
class InvitationCodeTest {

    private final SecureRandom random = new SecureRandom();

    @Test
    void hasAHundredRandomBitsInFourGroups() {
        var half = InvitationCode.newHalf(random);

        assertThat(half).matches("([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}");
        assertThat(InvitationCode.newHalf(random)).isNotEqualTo(half);
    }

    @Test
    void fitsHoweverAPersonTypesIt() {
        var kept = InvitationCode.hash("4KD01-9ZQ2M-AAAAA-00011");

        assertThat(InvitationCode.matches("4kdoi 9zq2m aaaaa oo0l1", kept)).isTrue();
        assertThat(InvitationCode.matches("4KD019ZQ2MAAAAA00011", kept)).isTrue();
    }

    @Test
    void anotherCodeFitsNot() {
        var kept = InvitationCode.hash(InvitationCode.newHalf(random));

        assertThat(InvitationCode.matches(InvitationCode.newHalf(random), kept)).isFalse();
        assertThat(InvitationCode.matches("", kept)).isFalse();
        assertThat(InvitationCode.matches(kept, kept)).isFalse();
    }
}
