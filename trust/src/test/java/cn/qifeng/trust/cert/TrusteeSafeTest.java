package cn.qifeng.trust.cert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qifeng.trust.hash.Hex;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Safe of a trustee 保管人保险箱")
class TrusteeSafeTest {

    private static final char[] PASSWORD = "保管人口令".toCharArray();

    /** Exported by the trustee's page: frontend/src/features/trustee/safe.ts. */
    private static final String OF_THE_PAGE = "{\"data\":\"hGG8wqkU/AcIxn+kivx3VIP8semDm584V57j1Vw++sJ8hO40T0q5Oi5j"
            + "AIjoBKrvGeDyMq6arBTbo0phpZs0Dn7qV/yppZECKkJJPLC0wNmbEfMRTNqr/CnLjzrrVu++ltjQ+zDM9fQvHP83czZqYcEs6Jfu"
            + "qPZ+9uLLXcIhwduNk4zRgrzwgyaiiAIbEa/usKL4jF9wUqyIxu+w9VXZnReU/3YVwRBma4cO0AY=\","
            + "\"iv\":\"bcf7c7d72887816367123d49\",\"salt\":\"26f71a32044a3cc2f88d80c145c045a7\","
            + "\"type\":\"trustee-safe\",\"v\":1}";

    @Test
    void opensWhatThePageExported() {
        var safe = TrusteeSafe.read(OF_THE_PAGE.getBytes(StandardCharsets.UTF_8), PASSWORD);

        assertThat(safe.names()).containsExactlyInAnyOrder("key:one", "nonce:two");
        assertThat(safe.find("key:one").map(Hex::encode)).contains("11".repeat(32));
        assertThat(safe.find("nonce:two").map(Hex::encode)).contains("22".repeat(32));
    }

    @Test
    void givesBackWhatWasKeptAndNothingThatWasForgotten() {
        var kept = TrusteeSafe.empty().with("key:1", new byte[] {1}).with("key:2", new byte[] {2});
        var opened = TrusteeSafe.read(kept.without("key:1").write(PASSWORD, new SecureRandom()), PASSWORD);

        assertThat(opened.names()).containsExactly("key:2");
        assertThat(opened.find("key:1")).isEmpty();
    }

    @Test
    void refusesAnotherPasswordAndAnyOtherByte() {
        assertThatThrownBy(() -> TrusteeSafe.read(OF_THE_PAGE.getBytes(StandardCharsets.UTF_8), "口令".toCharArray()))
                .hasMessageContaining("trust/bad-key-file");
        var altered = OF_THE_PAGE.replace("\"data\":\"hG", "\"data\":\"hH");
        assertThatThrownBy(() -> TrusteeSafe.read(altered.getBytes(StandardCharsets.UTF_8), PASSWORD))
                .hasMessageContaining("trust/bad-key-file");
    }
}
