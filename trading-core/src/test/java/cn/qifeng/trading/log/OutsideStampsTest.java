package cn.qifeng.trading.log;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.trading.SandboxResource;
import cn.qifeng.trading.keys.PlatformKeys;
import cn.qifeng.trading.log.application.PublishHead;
import cn.qifeng.trading.log.domain.SignedHead;
import cn.qifeng.trust.cert.StockCredential;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.stamp.TimeStamps;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@QuarkusTestResource(value = AuthoritiesResource.class, restrictToAnnotatedClass = true)
@DisplayName("Time stamps of outside authorities 外部时间戳")
class OutsideStampsTest {

    private static final Map<String, String> FAILING = Map.of(
            "authority=down", "log/authority-silent x1",
            "authority=slow", "log/authority-silent x1",
            "authority=other-key", "log/authority-false x1",
            "authority=other-hour", "log/authority-false x1",
            "authority=other-nonce", "log/authority-false x1",
            "authority=noise", "log/authority-false x1");

    @Inject
    DataSource database;

    @Inject
    PublishHead publishHead;

    @Inject
    PlatformKeys keys;

    @Test
    void areAddedToHeadsAndVerifyUnderThePinnedCertificateOnly() {
        var head = publishHead.always();
        await(() -> !stamps(head).isEmpty());

        assertThat(stamps(head)).extracting(stamp -> stamp.get("authority")).containsExactly("honest");
        var token = Base64.getDecoder().decode((String) stamps(head).get(0).get("token"));
        var stamp = TimeStamps.verifyOutside(token, hash(head), keys.outsideTimeStamps("honest"));
        assertThat(stamp.at())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
    }

    @Test
    void whoIsSilentOrLiesIsToldOnceAndDelaysNoHead() {
        publishHead.always();
        await(() -> AuthoritiesResource.HANGING.get() > 0);
        var began = Instant.now();
        for (int i = 0; i < 5; i++) {
            assertThat(publishHead.always().witnesses()).hasSize(3);
        }
        assertThat(Duration.between(began, Instant.now()))
                .as("five heads while one authority hangs and the others lie")
                .isLessThan(Duration.ofSeconds(10));
        await(() -> failures().keySet().containsAll(FAILING.keySet()));

        assertThat(failures()).containsAllEntriesOf(FAILING);
    }

    @Test
    void anAuthorityThatIsBackIsTold() {
        AuthoritiesResource.honestIsDown = true;
        try {
            publishHead.always();
            await(() -> failures().containsKey("authority=honest"));
        } finally {
            AuthoritiesResource.honestIsDown = false;
        }
        var head = publishHead.always();
        await(() -> !stamps(head).isEmpty());
        await(() -> told("TIME_STAMP_RESTORED").containsKey("authority=honest"));
    }

    @Test
    void theEmbeddedTokenOfAHeadSatisfiesStockOpenssl(@TempDir Path folder) throws Exception {
        assumeTrue(openssl(folder, "version").contains("OpenSSL"));
        var head = publishHead.always();
        Files.write(folder.resolve("head.json"), CanonicalJson.encode(head.doc()));
        Files.write(folder.resolve("token.der"), Base64.getDecoder().decode(head.timeStamp()));
        Files.writeString(
                folder.resolve("root.pem"),
                StockCredential.pem(keys.sandboxStockAuthority().root()));

        assertThat(openssl(folder, "ts -verify -token_in -in token.der -data head.json -CAfile root.pem"))
                .contains("Verification: OK");
        Files.writeString(folder.resolve("head.json"), "{}");
        assertThat(openssl(folder, "ts -verify -token_in -in token.der -data head.json -CAfile root.pem"))
                .contains("Verification: FAILED");
    }

    private static String openssl(Path folder, String arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments.split(" ")));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    private static List<Map<String, Object>> stamps(SignedHead head) {
        return get("/api/core/log/heads/" + head.size() + "/stamps")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("$");
    }

    private Map<String, String> failures() {
        return told("TIME_STAMP_FAILED");
    }

    /** Reason and number of events of a kind, by detail. */
    private Map<String, String> told(String kind) {
        var found = new TreeMap<String, String>();
        try (var connection = database.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select detail, max(reason) as reason, count(*) as times from security_event"
                                + " where kind = '" + kind + "' group by detail")) {
            while (rows.next()) {
                found.put(rows.getString("detail"), rows.getString("reason") + " x" + rows.getInt("times"));
            }
            return found;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static byte[] hash(SignedHead head) {
        return Sm3.of(CanonicalJson.encode(head.doc()));
    }

    private static void await(BooleanSupplier wanted) {
        var until = Instant.now().plusSeconds(60);
        while (!wanted.getAsBoolean()) {
            assertThat(Instant.now()).as("in a minute").isBefore(until);
            try {
                Thread.sleep(100);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }
}
