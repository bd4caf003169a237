package cn.qifeng.evaluation.hall.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Credential of a relay 中继临时凭证")
class TurnCredentialTest {

    @Test
    void livesTenMinutesUnderItsName() {
        var noon = Instant.ofEpochSecond(1_764_561_600);
        var made = TurnCredential.of("a-secret-of-the-relay", "M03", noon, Duration.ofMinutes(10));

        assertThat(made.username()).isEqualTo("1764562200:M03");
        assertThat(Base64.getDecoder().decode(made.credential())).hasSize(20);
        assertThat(made).isEqualTo(TurnCredential.of("a-secret-of-the-relay", "M03", noon, Duration.ofMinutes(10)));
        assertThat(made.credential())
                .isNotEqualTo(TurnCredential.of("another-secret-of-it", "M03", noon, Duration.ofMinutes(10))
                        .credential());
    }

    /** RFC 2202, test case 2 for HMAC-SHA1, in the form of the credential. */
    @Test
    void isTheHmacThatRelaysCompute() {
        assertThat(TurnCredential.sum("Jefe", "what do ya want for nothing?"))
                .isEqualTo("7/zfauXrL6LSdBbV8YTfnCWafHk=");
    }
}
