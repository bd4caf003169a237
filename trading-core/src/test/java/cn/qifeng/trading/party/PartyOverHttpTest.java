package cn.qifeng.trading.party;

import static cn.qifeng.trading.party.PeopleOfPlatform.demo;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import cn.qifeng.kernel.Uscc;
import cn.qifeng.testkit.DemoKeys;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.cert.Credential;
import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.SigningKey;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@DisplayName("Parties and sessions over HTTP 主体与登录")
class PartyOverHttpTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    DataSource dataSource;

    @Test
    void aDemoPersonLogsInWithItsKeyFile() {
        String token =
                certificateLogin(keyOf("agency")).statusCode(200).extract().path("token");

        given().auth()
                .oauth2(token)
                .get("/api/core/me")
                .then()
                .statusCode(200)
                .body("person.roles", contains("agency"));
    }

    @Test
    void aChallengeCountsOnce() {
        var key = keyOf("notary");
        var doc = challenge();
        String sig = sign(key, doc);

        logInWith(doc, sig).statusCode(200);
        logInWith(doc, sig).statusCode(409).body("code", equalTo("login/challenge-ended"));
    }

    @Test
    void aSecondLoginEndsTheFirstSession() {
        var key = keyOf("issuer");
        String first = certificateLogin(key).extract().path("token");
        certificateLogin(key).statusCode(200);

        given().auth()
                .oauth2(first)
                .get("/api/core/me")
                .then()
                .statusCode(401)
                .body("code", equalTo("access/session-ended"));
    }

    @Test
    void staffLogInByPasswordAndOneTimeCodeAndNoCodeCountsTwice() {
        Map<String, Object> staff = demo("centre");
        var form = Map.of("account", "centre", "password", staff.get("password"), "totp", staff.get("totp"));

        passwordLogin(form).statusCode(200).body("person.roles", contains("centre"));
        passwordLogin(form).statusCode(403).body("code", equalTo("login/wrong"));
    }

    @Test
    void noSecretOfOneTimeCodesStandsInTheDatabaseInClear() throws SQLException {
        var columns = new ArrayList<String>();
        try (var connection = dataSource.getConnection();
                var rows = connection.createStatement().executeQuery("select totp_secret from password_login")) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }

        assertThat(columns)
                .hasSizeGreaterThanOrEqualTo(4)
                .doesNotHaveDuplicates()
                .allSatisfy(column -> assertThat(column).matches("[0-9a-f]{144}\\.[0-9a-f]{128}"))
                .doesNotContain((String) demo("centre").get("totpSecret"));
    }

    @Test
    void fiveWrongPasswordsLockTheAccount() {
        var form = Map.of("account", "audit-admin", "password", "wrong password", "totp", "000000");
        for (int i = 0; i < 5; i++) {
            passwordLogin(form).statusCode(403);
        }

        passwordLogin(form)
                .statusCode(409)
                .body("code", equalTo("login/locked"))
                .body("earliest", notNullValue());
    }

    @Test
    void aBidderRegistersItselfAndActsOnlyAfterVerification() {
        var bidder = certified("澄江路桥有限公司", null);
        String party = register(bidder, "澄江路桥有限公司", uscc(bidder))
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"))
                .extract()
                .path("id");
        certificateLogin(bidder).statusCode(200).body("person.roles", equalTo(List.of()));

        verify(party, Map.of("accepted", false, "reason", "地址不全"))
                .statusCode(200)
                .body("state", equalTo("REJECTED"));
        register(bidder, "澄江路桥有限公司", uscc(bidder)).statusCode(200).body("state", equalTo("SUBMITTED"));
        verify(party, Map.of("accepted", true)).statusCode(200).body("state", equalTo("VERIFIED"));

        certificateLogin(bidder).statusCode(200).body("person.roles", contains("bidder"));
        register(bidder, "澄江路桥有限公司", uscc(bidder)).statusCode(409).body("code", equalTo("party/registered"));
    }

    @Test
    void aFormWithAnotherCreditCodeThanTheCertificateIsRefused() {
        var bidder = certified("远汀建设有限公司", null);

        register(bidder, "远汀建设有限公司", demoCode("bidder1"))
                .statusCode(422)
                .body("code", equalTo("party/foreign-certificate"));
    }

    @Test
    void aCertificateIsRenewedByProofOfBoth() {
        var old = certified("临汐市政有限公司", null);
        register(old, "临汐市政有限公司", uscc(old)).statusCode(200);
        String token = certificateLogin(old).extract().path("token");
        var successor = certified("临汐市政有限公司", uscc(old));
        var doc = CanonicalJson.object()
                .put("type", "certificate-renewal")
                .put("v", 1)
                .put("replaces", Certificates.id(old.certificate()));

        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Statement.of(doc, SigningKey.of(successor)).toJson().toString())
                .post("/api/core/me/certificates")
                .then()
                .statusCode(200);

        certificateLogin(old).statusCode(409).body("code", equalTo("party/certificate-ended"));
        certificateLogin(successor).statusCode(200);
    }

    @Test
    void nobodyIsTwoOfTheThreeAdministrators() {
        String person = given().auth()
                .oauth2(TestTokens.of("security-admin"))
                .get("/api/core/people")
                .jsonPath()
                .getString("find { it.account == 'audit-admin' }.id");

        given().auth()
                .oauth2(TestTokens.of("security-admin"))
                .contentType("application/json")
                .body(Map.of("roles", List.of("audit-admin", "system-admin")))
                .put("/api/core/people/" + person + "/roles")
                .then()
                .statusCode(422)
                .body("code", equalTo("party/administrators-separated"));
    }

    @Test
    void theSandboxHasItsOwnExpertsAndThoseOfTheProvinceForTheOtherServices() {
        List<String> numbers = given().auth()
                .oauth2(TestTokens.ofService("remote-evaluation"))
                .get("/internal/people?role=expert")
                .then()
                .statusCode(200)
                .extract()
                .path("number");

        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(numbers).filteredOn(it -> it.startsWith("E")).hasSize(60).startsWith("E0001");
        assertThat(numbers).filteredOn(it -> it.startsWith("P")).hasSize(30);
    }

    @Test
    void aServiceProvesItselfByItsSecret() {
        var form = Map.of("service", "guarantee-bond", "secret", TestTokens.serviceSecret());
        String token = given().contentType("application/json")
                .body(form)
                .post("/internal/tokens")
                .then()
                .statusCode(200)
                .extract()
                .path("token");

        given().auth().oauth2(token).get("/internal/people?role=issuer").then().statusCode(200);
        given().contentType("application/json")
                .body(Map.of("service", "guarantee-bond", "secret", "guessed"))
                .post("/internal/tokens")
                .then()
                .statusCode(403)
                .body("code", equalTo("access/unknown-service"));
    }

    @Test
    void aRepeatedWriteGetsTheFirstAnswerAndAnotherBodyIsRefused() {
        var bidder = certified("沐川建筑有限公司", null);
        String party = register(bidder, "沐川建筑有限公司", uscc(bidder)).extract().path("id");
        String key = UUID.randomUUID().toString();
        String centre = TestTokens.of("centre");

        for (int i = 0; i < 2; i++) {
            verify(party, Map.of("accepted", true), centre, key).statusCode(200).body("state", equalTo("VERIFIED"));
        }
        verify(party, Map.of("accepted", false, "reason", "x"), centre, key)
                .statusCode(422)
                .body("code", equalTo("request/key-reused"));
    }

    @Test
    void unknownMembersAndBrokenJsonAreNamed() {
        given().contentType("application/json")
                .body("{\"account\":\"a\",\"password\":\"b\",\"totp\":\"123456\",\"x\":1}")
                .post("/api/core/sessions/password")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("request/malformed"))
                .body("field", equalTo("$.x"));
        given().contentType("application/json")
                .body("{\"account\":")
                .post("/api/core/sessions/password")
                .then()
                .statusCode(400)
                .body("code", equalTo("request/malformed"));
        given().contentType("application/json")
                .body("{\"account\":\"a\",\"password\":\"b\",\"totp\":\"12\"}")
                .post("/api/core/sessions/password")
                .then()
                .statusCode(422)
                .body("code", equalTo("request/invalid"))
                .body("field", equalTo("form.totp"));
    }

    @Test
    void withoutOrWithAForgedTokenNobodyIsLetIn() {
        given().get("/api/core/me").then().statusCode(401).body("code", equalTo("access/not-logged-in"));
        given().auth()
                .oauth2(TestTokens.of("centre") + "A")
                .get("/api/core/me")
                .then()
                .statusCode(401)
                .body("code", equalTo("access/not-logged-in"));
    }

    @Test
    void theCentreOwesTheVerificationOfWhatWasHandedIn() {
        var bidder = certified("屿川工程有限公司", null);
        register(bidder, "屿川工程有限公司", uscc(bidder)).statusCode(200);
        String token = certificateLogin(keyOf("operator")).extract().path("token");

        given().auth()
                .oauth2(token)
                .get("/api/core/tasks/mine")
                .then()
                .statusCode(200)
                .body("title", hasItem("屿川工程有限公司"));
    }

    private static ValidatableResponse verify(String party, Map<String, ?> form) {
        return verify(party, form, TestTokens.of("centre"), UUID.randomUUID().toString());
    }

    private static ValidatableResponse verify(String party, Map<String, ?> form, String token, String key) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(form)
                .post("/api/core/parties/" + party + "/verification")
                .then();
    }

    private static ValidatableResponse register(Credential bidder, String name, String uscc) {
        var doc = CanonicalJson.object()
                .put("type", "bidder-registration")
                .put("v", 1)
                .put("name", name)
                .put("uscc", uscc)
                .put("address", "云浦市长汀路1号")
                .put("legalRepresentative", "林一川")
                .put("contact", "周予")
                .put("phone", "00088000001")
                .put("agreement", true);
        return given().contentType("application/json")
                .body(Statement.of(doc, SigningKey.of(bidder)).toJson().toString())
                .post("/api/core/parties/bidders")
                .then();
    }

    private static Credential certified(String name, String uscc) {
        BigInteger key = Sm2.newPrivateKey(RANDOM);
        String code = uscc == null ? freshCode() : uscc;
        byte[] point = Sm2.publicKey(key);
        String proof = Hex.encode(Sm2.sign(key, point, RANDOM));
        String der = given().contentType("application/json")
                .body(Map.of("name", name, "uscc", code, "publicKey", Hex.encode(point), "proof", proof))
                .post("/api/core/sandbox/certificates")
                .then()
                .statusCode(200)
                .extract()
                .path("certificate");
        return new Credential(key, Certificates.parse(Base64.getDecoder().decode(der)), List.of());
    }

    private static String freshCode() {
        while (true) {
            String code = "91330703XX%08d".formatted(RANDOM.nextInt(100_000_000));
            if (Uscc.isValid(code)) {
                return code;
            }
        }
    }

    private static String uscc(Credential bidder) {
        return Certificates.subject(bidder.certificate()).uscc();
    }

    private static String demoCode(String account) {
        return (String) demo(account).get("uscc");
    }

    private static Credential keyOf(String account) {
        byte[] file = given().get("/api/core/sandbox/people/" + account + "/key-file")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        return DemoKeys.open(file);
    }

    private static ObjectNode challenge() {
        String doc = given().post("/api/core/sessions/challenges")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return (ObjectNode)
                CanonicalJson.read(doc.getBytes(StandardCharsets.UTF_8)).get("doc");
    }

    private static String sign(Credential key, ObjectNode doc) {
        return Base64.getEncoder().encodeToString(SigningKey.of(key).sign(CanonicalJson.encode(doc)));
    }

    private static ValidatableResponse certificateLogin(Credential key) {
        var doc = challenge();
        return logInWith(doc, sign(key, doc));
    }

    private static ValidatableResponse logInWith(ObjectNode doc, String sig) {
        return given().contentType("application/json")
                .body(Map.of("challenge", doc.get("challenge").asText(), "sig", sig))
                .post("/api/core/sessions/certificate")
                .then();
    }

    private static ValidatableResponse passwordLogin(Map<String, ?> form) {
        return given().contentType("application/json")
                .body(form)
                .post("/api/core/sessions/password")
                .then();
    }
}
