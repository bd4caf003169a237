package cn.qifeng.trust.cert;

import static cn.qifeng.trust.fixture.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.fixture.People;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Key files 软证书密钥文件")
class KeyFileTest {

    private static final People PEOPLE = People.twoOfThree();
    private static final char[] PASSWORD = "口令 with spaces".toCharArray();
    private static final KeyFile FILE =
            new KeyFile(PEOPLE.bidderCredential(), Optional.of(PEOPLE.bidderEncryptionKey()));

    @Test
    void openWithTheirPassword() {
        assertThat(KeyFile.read(FILE.write(PASSWORD, PEOPLE.random()), PASSWORD))
                .isEqualTo(FILE);
    }

    @Test
    void needNoEncryptionKey() {
        var plain = new KeyFile(PEOPLE.trustee(1), Optional.empty());

        assertThat(KeyFile.read(plain.write(PASSWORD, PEOPLE.random()), PASSWORD))
                .isEqualTo(plain);
    }

    @Test
    void doNotOpenWithAnotherPassword() {
        var bytes = FILE.write(PASSWORD, PEOPLE.random());

        refusal(TrustRefusal.BAD_KEY_FILE, () -> KeyFile.read(bytes, "another".toCharArray()));
    }

    @Test
    void neverShowTheKey() {
        var text = new String(FILE.write(PASSWORD, PEOPLE.random()), StandardCharsets.UTF_8);

        assertThat(text).doesNotContain("signKey").doesNotContain("certificate");
        assertThat(FILE)
                .asString()
                .doesNotContain(PEOPLE.bidderCredential().privateKey().toString())
                .doesNotContain(PEOPLE.bidderEncryptionKey().toString());
    }

    @Test
    void withTooFewRoundsAreRefused() {
        var text = new String(FILE.write(PASSWORD, PEOPLE.random()), StandardCharsets.UTF_8);
        var weak = text.replace("210000", "1000").getBytes(StandardCharsets.UTF_8);

        refusal(TrustRefusal.BAD_FIELD, () -> KeyFile.read(weak, PASSWORD));
    }
}
