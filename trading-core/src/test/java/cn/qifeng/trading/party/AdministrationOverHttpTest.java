package cn.qifeng.trading.party;

import static cn.qifeng.trading.party.PeopleOfPlatform.as;
import static cn.qifeng.trading.party.PeopleOfPlatform.freshAccount;
import static cn.qifeng.trading.party.PeopleOfPlatform.freshCode;
import static cn.qifeng.trading.party.PeopleOfPlatform.logIn;
import static cn.qifeng.trading.party.PeopleOfPlatform.managed;
import static cn.qifeng.trading.party.PeopleOfPlatform.organisation;
import static cn.qifeng.trading.party.PeopleOfPlatform.post;
import static cn.qifeng.trading.party.PeopleOfPlatform.roles;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trading.keys.PlatformKeys;
import cn.qifeng.trading.party.domain.OneTimeCodes;
import cn.qifeng.trust.cert.Credential;
import cn.qifeng.trust.cert.Subject;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.secret.InvitationCode;
import cn.qifeng.trust.sign.SigningKey;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@DisplayName("Administration of people 人员管理")
class AdministrationOverHttpTest {

    private static final String PASSWORD = "Quiet-harbour-91";
    private static final String NEXT = "Bright-lantern-73";
    private static final String SYSTEM = TestTokens.of("system-admin");
    private static final String SECURITY = TestTokens.of("security-admin");
    private static final String AUDIT = TestTokens.of("audit-admin");

    @Inject
    OneTimeCodes codes;

    @Inject
    PlatformKeys keys;

    @Inject
    DataSource database;

    @Test
    void anOrganisationIsRegisteredByOneAndVerifiedByAnother() {
        String code = freshCode();
        String name = "栖霞水务 " + code;
        String id = post(as(SYSTEM), "/api/core/parties", organisation(code, "PROCURING_ENTITY", name))
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"))
                .body("submitted.by", notNullValue())
                .extract()
                .path("id");

        post(as(SECURITY), "/api/core/parties/" + id + "/verification", Map.of("accepted", true))
                .statusCode(200)
                .body("state", equalTo("VERIFIED"));
        post(as(SYSTEM), "/api/core/parties", organisation(code, "AGENCY", "另一名称" + code))
                .statusCode(409)
                .body("code", equalTo("party/registered"));
        post(as(SYSTEM), "/api/core/parties", organisation(freshCode(), "AGENCY", name))
                .statusCode(409)
                .body("code", equalTo("party/name-taken"));
    }

    @ParameterizedTest
    @CsvSource({
        "91330703XX1395956C, AGENCY, party/bad-credit-code",
        "91330703XX1395956B, BIDDER, party/registers-itself"
    })
    void aWrongCreditCodeAndABidderAreNotRegistered(String code, String kind, String refusal) {
        post(as(SYSTEM), "/api/core/parties", organisation(code, kind, "不成立单位"))
                .statusCode(422)
                .body("code", equalTo(refusal));
    }

    @Test
    void anInvitedPersonSetsItsOwnPasswordAndCodesAndLogsIn() throws SQLException {
        var invited = invite(centre(), List.of("centre"));
        String secret = post(given(), "/api/core/invitations/secret", invited.code())
                .statusCode(200)
                .extract()
                .path("secret");
        assertThat(column("select first_hash || second_hash || totp_secret from invitation i join person p"
                        + " on p.id = i.person_id where p.account = '" + invited.account() + "'"))
                .doesNotContain(secret)
                .doesNotContain(invited.first())
                .doesNotContain(invited.second());

        accept(invited, "short", secret).statusCode(422).body("code", equalTo("party/weak-password"));
        accept(invited, PASSWORD, secret).statusCode(204);

        logIn(invited.account(), PASSWORD, secret, codes).statusCode(200).body("person.roles", contains("centre"));
        accept(invited, PASSWORD, secret).statusCode(403).body("code", equalTo("party/invitation-unknown"));
    }

    @Test
    void aPersonChangesItsOwnPasswordOnlyWithTheFormerOneAndACode() {
        var invited = invite(centre(), List.of("centre"));
        String secret = post(given(), "/api/core/invitations/secret", invited.code())
                .statusCode(200)
                .extract()
                .path("secret");
        accept(invited, PASSWORD, secret).statusCode(204);
        String token = logIn(invited.account(), PASSWORD, secret, codes)
                .statusCode(200)
                .extract()
                .path("token");

        change(token, "Noisy-harbour-19", NEXT, secret).statusCode(403).body("code", equalTo("login/wrong"));
        change(token, PASSWORD, "shorter", secret).statusCode(422).body("code", equalTo("party/weak-password"));
        change(token, PASSWORD, NEXT, secret).statusCode(204);

        change(token, NEXT, PASSWORD, secret).statusCode(403).body("code", equalTo("login/wrong"));
        as(SECURITY)
                .get("/api/core/security-events?kind=PASSWORD_CHANGED")
                .then()
                .statusCode(200)
                .body("events.target", hasItem(invited.account()));
    }

    @Test
    void oneHalfOfAnInvitationOpensNothing() {
        var invited = invite(centre(), List.of("centre"));
        var twice = Map.of("account", invited.account(), "first", invited.first(), "second", invited.first());

        post(given(), "/api/core/invitations/secret", twice)
                .statusCode(403)
                .body("code", equalTo("party/invitation-unknown"));
        post(as(AUDIT), "/api/core/people/" + invited.id() + "/invitation", Map.of())
                .statusCode(403)
                .body("code", equalTo("party/not-your-half"));
    }

    @Test
    void anAdministratorIsInvitedByTheTwoOthersOnly() {
        String id = (String) managed(SECURITY, "security-admin").get("id");

        post(as(SECURITY), "/api/core/people/" + id + "/invitation", Map.of())
                .statusCode(403)
                .body("code", equalTo("party/not-your-half"));
        for (String token : List.of(SYSTEM, AUDIT)) {
            post(as(token), "/api/core/people/" + id + "/invitation", Map.of())
                    .statusCode(200)
                    .body("complete", equalTo(token.equals(AUDIT)));
        }
    }

    @Test
    void aSignerBindsItsOwnCertificateAndNoForeignOne() {
        String organisation = "栖霞监督 " + freshCode();
        String uscc = freshCode();
        var invited = invite(verified(organisation(uscc, "SUPERVISOR", organisation)), List.of("supervisor"));
        var own = certified(new Subject(invited.name(), organisation, uscc));
        var foreign = certified(new Subject(invited.name(), "别的单位", freshCode()));

        bind(invited, foreign).statusCode(422).body("code", equalTo("party/foreign-certificate"));
        bind(invited, own).statusCode(204);

        var doc = PeopleOfPlatform.challenge();
        logIn(doc, PeopleOfPlatform.sign(own, doc)).statusCode(200).body("person.roles", contains("supervisor"));
    }

    @Test
    void aRoleThatDoesNotFitTheOrganisationIsRefused() {
        var person = register(centre());

        give(person, List.of("bidder")).statusCode(422).body("code", equalTo("party/role-unfit"));
        give(register(null), List.of("supervisor")).statusCode(422).body("code", equalTo("party/role-unfit"));
        give(register(null), List.of("expert")).statusCode(200).body("roles", contains("expert"));
    }

    @Test
    void nobodyMakesAnAdministratorAlone() {
        var person = register(centre());
        String grant = give(person, List.of("audit-admin"))
                .statusCode(200)
                .body("roles", equalTo(List.of()))
                .body("waiting.roles", contains("audit-admin"))
                .extract()
                .path("waiting.id");
        String verdict = "/api/core/role-grants/" + grant + "/verdict";

        give(person, List.of("centre")).statusCode(409).body("code", equalTo("party/grant-waits"));
        post(as(SYSTEM), verdict, Map.of("agreed", true)).statusCode(403).body("code", equalTo("party/own-grant"));
        post(as(AUDIT), verdict, Map.of("agreed", false)).statusCode(422).body("code", equalTo("party/reason-missing"));
        post(as(AUDIT), verdict, Map.of("agreed", true)).statusCode(200).body("state", equalTo("GRANTED"));
        assertThat(roles(AUDIT, person.account())).containsExactly("audit-admin");
        post(as(AUDIT), verdict, Map.of("agreed", true)).statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({"system-admin, security-admin", "system-admin, audit-admin", "security-admin, audit-admin"})
    void noTwoOfTheThreeAdministratorsAreOnePerson(String one, String other) {
        String party = centre();
        var first = register(party);
        give(first, List.of(one, other)).statusCode(422).body("code", equalTo("party/administrators-separated"));
        give(first, List.of(one, "centre")).statusCode(422).body("code", equalTo("party/administrators-separated"));

        grant(first, one);
        var second = register(party, first.name());
        give(second, List.of(other)).statusCode(422).body("code", equalTo("party/administrators-separated"));
    }

    @Test
    void nobodyGivesRolesToOneself() {
        var person = register(centre());
        String token = TestTokens.of(UUID.fromString(person.id()), null, null, "security-admin");

        as(token)
                .contentType("application/json")
                .body(Map.of("roles", List.of("centre")))
                .put("/api/core/people/" + person.id() + "/roles")
                .then()
                .statusCode(403)
                .body("code", equalTo("party/own-grant"));
    }

    @Test
    void aLockedPersonIsShutOutAtOnceAndLetInAgain() {
        var invited = invite(centre(), List.of("centre"));
        String secret = post(given(), "/api/core/invitations/secret", invited.code())
                .extract()
                .path("secret");
        accept(invited, PASSWORD, secret).statusCode(204);
        String token =
                logIn(invited.account(), PASSWORD, secret, codes).extract().path("token");
        String lock = "/api/core/people/" + invited.id() + "/lock";

        post(as(SECURITY), lock, Map.of("locked", true)).statusCode(422).body("code", equalTo("party/reason-missing"));
        post(as(SECURITY), lock, Map.of("locked", true, "reason", "离岗"))
                .statusCode(200)
                .body("state", equalTo("LOCKED"));
        as(token).get("/api/core/me").then().statusCode(401).body("code", equalTo("access/session-ended"));
        post(as(SYSTEM), "/api/core/people/" + invited.id() + "/invitation", Map.of())
                .statusCode(409);
        post(as(SECURITY), lock, Map.of("locked", false, "reason", "返岗"))
                .statusCode(200)
                .body("state", equalTo("ACTIVE"));
    }

    @Test
    void theAuditorIsLockedByNobodyAndTheSecurityAdministratorByTheAuditorOnly() {
        var reason = Map.of("locked", true, "reason", "试");
        String auditor = (String) managed(SECURITY, "audit-admin").get("id");
        String security = (String) managed(SECURITY, "security-admin").get("id");

        post(as(SECURITY), "/api/core/people/" + auditor + "/lock", reason)
                .statusCode(403)
                .body("code", equalTo("party/not-yours-to-lock"));
        post(as(AUDIT), "/api/core/people/" + auditor + "/lock", reason).statusCode(403);
        post(as(SECURITY), "/api/core/people/" + security + "/lock", reason).statusCode(403);
    }

    private Invited invite(String party, List<String> roles) {
        var person = register(party);
        give(person, roles).statusCode(200);
        String path = "/api/core/people/" + person.id() + "/invitation";
        String first =
                post(as(SYSTEM), path, Map.of()).statusCode(200).extract().path("half");
        String second = post(as(SECURITY), path, Map.of())
                .statusCode(200)
                .body("complete", equalTo(true))
                .extract()
                .path("half");
        return new Invited(person.id(), person.account(), person.name(), first, second);
    }

    private static Invited register(String party) {
        return register(party, "程 " + freshAccount());
    }

    private static Invited register(String party, String name) {
        String account = freshAccount();
        var form = new HashMap<String, Object>(Map.of("account", account, "name", name));
        form.put("party", party);
        String id = post(as(SYSTEM), "/api/core/people", form)
                .statusCode(200)
                .body("state", equalTo("REGISTERED"))
                .body("roles", equalTo(List.of()))
                .extract()
                .path("id");
        post(as(SYSTEM), "/api/core/people", form).statusCode(409).body("code", equalTo("party/account-taken"));
        return new Invited(id, account, name, "", "");
    }

    private static ValidatableResponse give(Invited person, List<String> roles) {
        return as(SECURITY)
                .contentType("application/json")
                .body(Map.of("roles", roles))
                .put("/api/core/people/" + person.id() + "/roles")
                .then();
    }

    private static void grant(Invited person, String role) {
        String grant = give(person, List.of(role)).statusCode(200).extract().path("waiting.id");
        post(as(AUDIT), "/api/core/role-grants/" + grant + "/verdict", Map.of("agreed", true))
                .statusCode(200);
    }

    private ValidatableResponse accept(Invited invited, String password, String secret) {
        var form = new HashMap<String, Object>(invited.code());
        form.put("password", password);
        form.put("totp", codes.codeAt(secret, Instant.now().minus(Duration.ofSeconds(30))));
        return post(given(), "/api/core/invitations/password", form);
    }

    /** With the latest code that counts, since accepting and logging in have used up the two before. */
    private ValidatableResponse change(String token, String present, String wanted, String secret) {
        String totp = codes.codeAt(secret, Instant.now().plus(Duration.ofSeconds(30)));
        return post(as(token), "/api/core/me/password", Map.of("present", present, "totp", totp, "password", wanted));
    }

    private static ValidatableResponse bind(Invited invited, Credential key) {
        ObjectNode doc = CanonicalJson.object()
                .put("type", "invitation-acceptance")
                .put("v", 1)
                .put("account", invited.account())
                .put("invitation", InvitationCode.hash(invited.first()));
        var form = new HashMap<String, Object>(invited.code());
        form.put("statement", Statement.of(doc, SigningKey.of(key)).toJson());
        return post(given(), "/api/core/invitations/certificate", form);
    }

    private Credential certified(Subject subject) {
        Instant now = Instant.now();
        return keys.sandboxAuthority().issueWithKey(subject, now.minusSeconds(60), now.plus(Duration.ofDays(1)));
    }

    private static String centre() {
        return (String) ((Map<?, ?>) managed(SECURITY, "centre").get("party")).get("id");
    }

    private static String verified(Map<String, Object> organisation) {
        String id = post(as(SYSTEM), "/api/core/parties", organisation)
                .statusCode(200)
                .extract()
                .path("id");
        post(as(SECURITY), "/api/core/parties/" + id + "/verification", Map.of("accepted", true))
                .statusCode(200);
        return id;
    }

    private String column(String query) throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private record Invited(String id, String account, String name, String first, String second) {

        Map<String, Object> code() {
            return Map.of("account", account, "first", first, "second", second);
        }
    }
}
