package cn.qifeng.trading.party;

import static io.restassured.RestAssured.given;

import cn.qifeng.kernel.Uscc;
import cn.qifeng.testkit.DemoKeys;
import cn.qifeng.trading.party.domain.OneTimeCodes;
import cn.qifeng.trust.cert.Credential;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.SigningKey;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** People of the sandbox over HTTP: logged in, registered, invited. */
final class PeopleOfPlatform {

    private static final SecureRandom RANDOM = new SecureRandom();

    private PeopleOfPlatform() {}

    /** A token of a demo administrator, minted by no test: it comes from a real log in. */
    static String token(String account, OneTimeCodes codes) {
        Map<String, Object> demo = demo(account);
        return logIn(account, (String) demo.get("password"), (String) demo.get("totpSecret"), codes)
                .statusCode(200)
                .extract()
                .path("token");
    }

    /** A log in by password; takes a code that was not used yet, as a person waits for the next one. */
    static ValidatableResponse logIn(String account, String password, String secret, OneTimeCodes codes) {
        ValidatableResponse answer = null;
        for (int step = -1; step <= 1; step++) {
            String totp = codes.codeAt(secret, Instant.now().plus(Duration.ofSeconds(30L * step)));
            answer = post(
                    given(),
                    "/api/core/sessions/password",
                    Map.of("account", account, "password", password, "totp", totp));
            if (answer.extract().statusCode() == 200) {
                return answer;
            }
        }
        return answer;
    }

    static Map<String, Object> demo(String account) {
        return given().get("/api/core/sandbox/people")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("people.find { it.account == '" + account + "' }");
    }

    static Credential keyOf(String account) {
        byte[] file = given().get("/api/core/sandbox/people/" + account + "/key-file")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        return DemoKeys.open(file);
    }

    static ObjectNode challenge() {
        String answer = given().post("/api/core/sessions/challenges").asString();
        return (ObjectNode)
                CanonicalJson.read(answer.getBytes(StandardCharsets.UTF_8)).get("doc");
    }

    static String sign(Credential key, ObjectNode doc) {
        return Base64.getEncoder().encodeToString(SigningKey.of(key).sign(CanonicalJson.encode(doc)));
    }

    static ValidatableResponse logIn(ObjectNode doc, String sig) {
        return post(
                given(),
                "/api/core/sessions/certificate",
                Map.of("challenge", doc.get("challenge").asText(), "sig", sig));
    }

    static ValidatableResponse post(RequestSpecification as, String path, Object body) {
        return as.contentType("application/json").body(body).post(path).then();
    }

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    static String freshCode() {
        while (true) {
            String code = "91330703XX%08d".formatted(RANDOM.nextInt(100_000_000));
            if (Uscc.isValid(code)) {
                return code;
            }
        }
    }

    /** An account that no other test has. */
    static String freshAccount() {
        return "p" + UUID.randomUUID().toString().substring(0, 12);
    }

    static Map<String, Object> organisation(String uscc, String kind, String name) {
        return Map.of(
                "uscc", uscc,
                "kind", kind,
                "data",
                        Map.of(
                                "name", name,
                                "address", "云浦市长汀路3号",
                                "legalRepresentative", "林一川",
                                "contact", "周予",
                                "phone", "00088000003"));
    }

    /** Who an account is, as an administrator sees it. */
    static Map<String, Object> managed(String token, String account) {
        return as(token).get("/api/core/people").jsonPath().getMap("find { it.account == '" + account + "' }");
    }

    static List<String> roles(String token, String account) {
        @SuppressWarnings("unchecked")
        var roles = (List<String>) managed(token, account).get("roles");
        return roles;
    }
}
