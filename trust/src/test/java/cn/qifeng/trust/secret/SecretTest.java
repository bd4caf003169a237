package cn.qifeng.trust.secret;

import static cn.qifeng.trust.fixture.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.hash.Bytes;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Passwords and the vault 口令与密钥库")
class SecretTest {

    private static final byte[] PLAIN = Bytes.ascii("header");

    @TempDir
    Path folder;

    @Test
    void aPasswordFitsItsOwnHashOnly() {
        var passwords = new Passwords(new SecureRandom());
        var hash = passwords.hash("正确的口令12345".toCharArray());

        assertThat(passwords.matches("正确的口令12345".toCharArray(), hash)).isTrue();
        assertThat(passwords.matches("错误的口令12345".toCharArray(), hash)).isFalse();
        assertThat(passwords.matches("正确的口令12345".toCharArray(), "")).isFalse();
        assertThat(passwords.hash("正确的口令12345".toCharArray())).isNotEqualTo(hash);
        refusal(TrustRefusal.BAD_PASSWORD, () -> passwords.hash("short".toCharArray()));
    }

    @Test
    void aLotsBoxOpensAfterRestartRotationAndRewrap() throws Exception {
        var file = folder.resolve("vault.key");
        var vault = Vault.openOrCreate(file, new Sm4Gcm());
        var lot = vault.newKey("lot 1");
        var box = lot.box().seal("header 1", PLAIN);
        vault.rotate();
        var again = Vault.openOrCreate(file, new Sm4Gcm());
        var rewrapped = again.rewrap("lot 1", lot.wrap());

        assertThat(again.open("lot 1", lot.wrap()).open("header 1", box)).isEqualTo(PLAIN);
        assertThat(again.open("lot 1", rewrapped).open("header 1", box)).isEqualTo(PLAIN);
        assertThat(again.open("lot 1", rewrapped).index("bidder", PLAIN))
                .isEqualTo(lot.box().index("bidder", PLAIN));
    }

    @Test
    void nothingOpensInAnotherPlaceOrUnderAnotherVault() throws Exception {
        var vault = Vault.openOrCreate(folder.resolve("vault.key"), new Sm4Gcm());
        var other = Vault.openOrCreate(folder.resolve("other.key"), new Sm4Gcm());
        var lot = vault.newKey("lot 1");
        var box = lot.box().seal("header 1", PLAIN);

        refusal(TrustRefusal.FORGED, () -> vault.open("lot 2", lot.wrap()));
        refusal(TrustRefusal.FORGED, () -> other.open("lot 1", lot.wrap()));
        refusal(TrustRefusal.FORGED, () -> lot.box().open("header 2", box));
        refusal(TrustRefusal.FORGED, () -> lot.box().open("header 1", new byte[3]));
    }
}
