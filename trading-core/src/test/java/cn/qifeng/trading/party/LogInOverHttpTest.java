package cn.qifeng.trading.party;

import static cn.qifeng.trading.party.PeopleOfPlatform.challenge;
import static cn.qifeng.trading.party.PeopleOfPlatform.demo;
import static cn.qifeng.trading.party.PeopleOfPlatform.freshCode;
import static cn.qifeng.trading.party.PeopleOfPlatform.keyOf;
import static cn.qifeng.trading.party.PeopleOfPlatform.logIn;
import static cn.qifeng.trading.party.PeopleOfPlatform.post;
import static cn.qifeng.trading.party.PeopleOfPlatform.sign;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trading.keys.PlatformKeys;
import cn.qifeng.trading.party.application.BindCertificate;
import cn.qifeng.trading.party.application.Directory;
import cn.qifeng.trading.party.domain.OneTimeCodes;
import cn.qifeng.trust.cert.CertificateAuthority;
import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.cert.Credential;
import cn.qifeng.trust.cert.Subject;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@DisplayName("Log in over HTTP 登录")
class LogInOverHttpTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    PlatformKeys keys;

    @Inject
    BindCertificate bindCertificate;

    @Inject
    Directory directory;

    @Inject
    OneTimeCodes codes;

    @Inject
    DataSource database;

    @ConfigProperty(name = "qifeng.data")
    Path data;

    @Test
    void anExpiredCertificateIsRefused() {
        logInWith(bound(Instant.now().minus(DAY.multipliedBy(2)), Instant.now().minus(DAY)))
                .statusCode(422)
                .body("code", equalTo("trust/bad-certificate"))
                .body("field", equalTo("period"));
    }

    @Test
    void aCertificateThatIsNotYetValidIsRefused() {
        logInWith(bound(Instant.now().plus(DAY), Instant.now().plus(DAY.multipliedBy(2))))
                .statusCode(422)
                .body("code", equalTo("trust/bad-certificate"))
                .body("field", equalTo("period"));
    }

    @Test
    void aCertificateOfAnUnknownRootIsRefused() {
        var foreign = CertificateAuthority.create("外来根证书", Instant.now(), new SecureRandom());
        var key = foreign.issueWithKey(
                subject(), Instant.now().minus(DAY), Instant.now().plus(DAY));
        bind(key);

        logInWith(key)
                .statusCode(422)
                .body("code", equalTo("trust/bad-certificate"))
                .body("field", equalTo("issuer"));
    }

    @Test
    void aCertificateThatItsAuthorityRevokedIsRefusedFromTheNextListOn() throws IOException, GeneralSecurityException {
        var key = bound(Instant.now().minus(DAY), Instant.now().plus(DAY));
        logInWith(key).statusCode(200);

        Instant now = Instant.now();
        var list = keys.sandboxAuthority()
                .revocationList(Map.of(key.certificate().getSerialNumber(), now.minusSeconds(60)), now, now.plus(DAY));
        var folder = Files.createDirectories(data.resolve("keys").resolve("crls"));
        Files.write(folder.resolve(UUID.randomUUID() + ".crl"), list.getEncoded());

        logInWith(key)
                .statusCode(422)
                .body("code", equalTo("trust/bad-certificate"))
                .body("seen", containsString("revoked"));
    }

    @Test
    void aCertificateThatTheAdministratorEndedIsRefused() {
        var key = bound(Instant.now().minus(DAY), Instant.now().plus(DAY));
        String id = Certificates.id(key.certificate());
        var owner = directory.personOfCertificate(id).orElseThrow();

        post(
                        PeopleOfPlatform.as(TestTokens.of("security-admin")),
                        "/api/core/people/" + owner.id() + "/certificates/" + id + "/end",
                        Map.of("reason", "介质遗失"))
                .statusCode(200)
                .body("usable", equalTo(false));

        logInWith(key).statusCode(409).body("code", equalTo("party/certificate-ended"));
    }

    @Test
    void aTamperedCertificateIsRefused() {
        var doc = challenge();
        var key = keyOf("award1");
        byte[] signature = Base64.getDecoder().decode(sign(key, doc));
        byte[] der = Certificates.der(key.certificate());
        int certificate = new String(signature, StandardCharsets.ISO_8859_1)
                .indexOf(new String(der, StandardCharsets.ISO_8859_1));
        assertThat(certificate).isPositive();
        signature[certificate + der.length / 2] ^= 1;

        logIn(doc, Base64.getEncoder().encodeToString(signature)).statusCode(422);
    }

    @Test
    void aCertificateThatIsBoundToNobodyIsRefused() {
        var key = keys.sandboxAuthority()
                .issueWithKey(subject(), Instant.now().minus(DAY), Instant.now().plus(DAY));

        logInWith(key).statusCode(403).body("code", equalTo("login/unknown-certificate"));
    }

    @Test
    void aSignatureOverAnotherChallengeIsRefusedAndUsesTheChallengeUp() {
        var key = keyOf("award2");
        var doc = challenge();
        var other = challenge();

        logIn(doc, sign(key, other)).statusCode(422).body("code", equalTo("trust/bad-signature"));
        logIn(doc, sign(key, doc)).statusCode(409).body("code", equalTo("login/challenge-ended"));
    }

    @Test
    void aReplayedAnInventedAndAnOldChallengeAreRefused() throws SQLException {
        var key = keyOf("award3");
        var used = challenge();
        logIn(used, sign(key, used)).statusCode(200);
        var old = challenge();
        age(old);
        ObjectNode invented = challenge().deepCopy();
        invented.put("challenge", "0".repeat(64));

        for (ObjectNode doc : List.of(used, old, invented)) {
            logIn(doc, sign(key, doc)).statusCode(409).body("code", equalTo("login/challenge-ended"));
        }
    }

    @Test
    void aWrongAndAReplayedOneTimeCodeAreRefusedAlike() {
        String secret = (String) demo("system-admin").get("totpSecret");
        String good = codes.codeAt(secret, Instant.now().plus(Duration.ofSeconds(30)));
        String wrong = "%06d".formatted((Integer.parseInt(good) + 500_000) % 1_000_000);

        byPassword("system-admin", wrong, "198.51.100.1").statusCode(403).body("code", equalTo("login/wrong"));
        byPassword("system-admin", good, "198.51.100.1").statusCode(200);
        byPassword("system-admin", good, "198.51.100.1").statusCode(403).body("code", equalTo("login/wrong"));
    }

    @Test
    void whoGuessesElsewhereDoesNotKeepTheOwnerOut() {
        for (int i = 0; i < 5; i++) {
            byPassword("security-admin", "000000", "203.0.113.9").statusCode(403);
        }
        byPassword("security-admin", "000000", "203.0.113.9")
                .statusCode(409)
                .body("code", equalTo("login/locked"))
                .body("earliest", notNullValue());

        String secret = (String) demo("security-admin").get("totpSecret");
        byPassword("security-admin", codes.codeAt(secret, Instant.now()), "198.51.100.2")
                .statusCode(200);
    }

    @Test
    void anAccountThatDoesNotExistIsSlowedLikeOneThatDoes() {
        for (int i = 0; i < 5; i++) {
            byPassword("nobody-has-this", "000000", "203.0.113.10")
                    .statusCode(403)
                    .body("code", equalTo("login/wrong"));
        }
        byPassword("nobody-has-this", "000000", "203.0.113.10").statusCode(409).body("code", equalTo("login/locked"));
    }

    @Test
    void oneSourceCannotTryManyAccounts() {
        for (int i = 0; i < 50; i++) {
            byPassword("guess-" + i, "000000", "2001:db8:7:7::" + i).statusCode(403);
        }
        byPassword("guess-50", "000000", "2001:db8:7:7:ffff::1").statusCode(409).body("code", equalTo("login/locked"));
    }

    private static ValidatableResponse byPassword(String account, String totp, String source) {
        return post(
                given().header("X-Forwarded-For", source),
                "/api/core/sessions/password",
                Map.of("account", account, "password", "qifeng-demo", "totp", totp));
    }

    private static ValidatableResponse logInWith(Credential key) {
        var doc = challenge();
        return logIn(doc, sign(key, doc));
    }

    private static Subject subject() {
        return new Subject("段景行", "云浦市栖霞区城市建设发展有限公司", freshCode());
    }

    private Credential bound(Instant from, Instant to) {
        var key = keys.sandboxAuthority().issueWithKey(subject(), from, to);
        bind(key);
        return key;
    }

    /** To somebody of the demo who logs in nowhere else in these tests. */
    private void bind(Credential key) {
        bindCertificate.bind(directory.account("award7").orElseThrow().id(), key.certificate());
    }

    private void age(ObjectNode doc) throws SQLException {
        try (var connection = database.getConnection();
                var update =
                        connection.prepareStatement("update login_challenge set ends_at = ? where challenge = ?")) {
            update.setTimestamp(1, Timestamp.from(Instant.now().minusSeconds(1)));
            update.setString(2, doc.get("challenge").asText());
            update.executeUpdate();
        }
    }
}
