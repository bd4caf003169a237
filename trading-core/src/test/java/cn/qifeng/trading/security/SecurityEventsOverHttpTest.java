package cn.qifeng.trading.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@DisplayName("Security events over HTTP 安全事件")
class SecurityEventsOverHttpTest {

    @Inject
    DataSource database;

    @Test
    void aFailedLoginIsKeptWithItsReasonAndSource() {
        logIn("audit-admin", "wrong password", "203.0.113.40").statusCode(403);

        var event = newest("kind=LOGIN_FAILED&name=audit-admin");
        assertThat(event)
                .containsEntry("actor", "audit-admin")
                .containsEntry("reason", "login/wrong")
                .containsEntry("detail", "wrong password")
                .containsEntry("address", "203.0.113.40");
    }

    @Test
    void neitherPasswordsNorCodesNorUnknownAccountsAreKept() throws SQLException {
        String typed = "My-Secret-Typed-In-The-Wrong-Field-7";
        logIn(typed, typed, "203.0.113.41").statusCode(403);
        given().contentType("application/json")
                .body(Map.of("service", typed, "secret", typed))
                .post("/internal/tokens")
                .then()
                .statusCode(403);

        try (var connection = database.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select coalesce(actor_name, '') || coalesce(target_name, '')"
                                + " || coalesce(reason, '') || coalesce(detail, '') from security_event")) {
            while (rows.next()) {
                assertThat(rows.getString(1)).doesNotContain(typed);
            }
        }
        assertThat(newest("kind=SERVICE_REFUSED")).containsEntry("detail", "no such service");
    }

    @Test
    void hammeringOnALockedAccountIsOneEventForEachWait() {
        for (int i = 0; i < 12; i++) {
            logIn("hammered", "x", "203.0.113.42");
        }

        assertThat(find("kind=LOGIN_THROTTLED&size=200").getList("events.findAll { it.address == '203.0.113.42' }"))
                .hasSize(1);
    }

    @Test
    void refusedAccessNamesTheWayAndNeverTheThing() {
        String lot = UUID.randomUUID().toString();
        given().auth()
                .oauth2(TestTokens.of("agency"))
                .contentType("application/json")
                .body(Map.of())
                .post("/api/core/parties/" + lot + "/suspension")
                .then()
                .statusCode(403);

        var event = newestOf("POST /api/core/parties/{id}/suspension");
        assertThat(event).containsEntry("reason", "access/role-required");
        assertThat(event.toString()).doesNotContain(lot);
    }

    @Test
    void ofABidderRefusedAccessTellsTheServiceOnly() {
        given().auth()
                .oauth2(TestTokens.of("bidder"))
                .get("/api/core/tenders/" + UUID.randomUUID())
                .then()
                .statusCode(403);

        assertThat(newestOf("GET /api/core")).containsEntry("detail", "GET /api/core");
    }

    @Test
    void anEventOfAnotherServiceIsTakenOnce() {
        var happening = new HashMap<String, Object>(Map.of(
                "id", UUID.randomUUID().toString(),
                "kind", "ACCESS_REFUSED",
                "at", Instant.now().toString(),
                "service", "guarantee-bond",
                "address", "203.0.113.43",
                "reason", "access/role-required",
                "detail", "GET /api/bond"));
        happening.put("person", null);
        for (int i = 0; i < 2; i++) {
            given().auth()
                    .oauth2(TestTokens.ofService("guarantee-bond"))
                    .contentType("application/json")
                    .body(happening)
                    .post("/internal/security-events")
                    .then()
                    .statusCode(204);
        }

        given().auth()
                .oauth2(TestTokens.ofService("remote-evaluation"))
                .contentType("application/json")
                .body(happening)
                .post("/internal/security-events")
                .then()
                .statusCode(403)
                .body("code", equalTo("access/not-yours"));

        assertThat(find("kind=ACCESS_REFUSED&size=200").getList("events.findAll { it.address == '203.0.113.43' }"))
                .hasSize(1);
    }

    @Test
    void pagesFollowEachOtherWithoutGapsAndFiltersHold() {
        for (int i = 0; i < 5; i++) {
            logIn("paged-" + i, "x", "203.0.113.44").statusCode(403);
        }
        var first = find("kind=LOGIN_FAILED&size=2");
        var second = find("kind=LOGIN_FAILED&size=2&before=" + first.get("next"));

        List<Integer> numbers = first.getList("events.number");
        numbers.addAll(second.getList("events.number"));
        assertThat(numbers).hasSize(4).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b - a);
        assertThat(find("kind=LOGIN_FAILED&to=2020-01-01T00:00:00Z").getList("events"))
                .isEmpty();
        assertThat(find("kind=LOGIN_FAILED&from=" + Instant.now().plusSeconds(60))
                        .getList("events"))
                .isEmpty();
    }

    @Test
    void theStartOfAServiceIsKeptWithAFingerprintOfItsSettings() {
        assertThat((String) newest("kind=SERVICE_STARTED").get("detail")).matches("mode=SANDBOX settings=[0-9a-f]{16}");
        given().auth()
                .oauth2(TestTokens.of("audit-admin"))
                .get("/api/core/security-events/counts")
                .then()
                .statusCode(200)
                .body("SERVICE_STARTED", equalTo(1));
    }

    @Test
    void nobodyDeletesAnEvent() {
        for (String role : List.of("system-admin", "security-admin", "audit-admin")) {
            given().auth()
                    .oauth2(TestTokens.of(role))
                    .delete("/api/core/security-events")
                    .then()
                    .statusCode(405);
        }
    }

    private static ValidatableResponse logIn(String account, String password, String source) {
        return given().header("X-Forwarded-For", source)
                .contentType("application/json")
                .body(Map.of("account", account, "password", password, "totp", "000000"))
                .post("/api/core/sessions/password")
                .then();
    }

    /** What was refused last, once it is that: a refusal on a thread that must not block is kept a little later. */
    private static Map<String, Object> newestOf(String detail) {
        for (int i = 0; i < 200; i++) {
            var event = newest("kind=ACCESS_REFUSED");
            if (event != null && detail.equals(event.get("detail"))) {
                return event;
            }
            LockSupport.parkNanos(20_000_000);
        }
        return newest("kind=ACCESS_REFUSED");
    }

    private static Map<String, Object> newest(String query) {
        return find(query + "&size=1").getMap("events[0]");
    }

    private static JsonPath find(String query) {
        return given().auth()
                .oauth2(TestTokens.of("security-admin"))
                .get("/api/core/security-events?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
