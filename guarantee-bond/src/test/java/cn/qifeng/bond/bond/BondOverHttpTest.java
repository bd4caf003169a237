package cn.qifeng.bond.bond;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.qifeng.bond.TradingCoreInMemory;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@DisplayName("Electronic bonds over HTTP 电子保函")
class BondOverHttpTest {

    private static final long ASKED = 60_000_000;
    private static final UUID ENTITY = TradingCoreInMemory.party("澜州市金岭区城乡基础设施建设有限公司", "91330703XX1079195L");
    private static final UUID AGENCY = TradingCoreInMemory.party("浙中启明工程咨询有限公司", "91330702XX1158387J");
    private static final UUID BIDDER = TradingCoreInMemory.party("澜州道桥建设有限公司", "91330703XX1395956B");
    private static final UUID ABSENT = TradingCoreInMemory.party("澜州远汀建设有限公司", "91330702XX1475147L");

    @Inject
    DataSource database;

    @Test
    void aBondIsSignedByTheIssuerOpenedWithTheBidsAndReleased() throws Exception {
        var lot = lot();
        var id = apply(BIDDER, lot)
                .statusCode(200)
                .body("state", equalTo("APPLIED"))
                .extract()
                .<String>path("id");
        var unused = apply(ABSENT, lot).statusCode(200).extract().<String>path("id");
        await(() -> "ISSUED".equals(state(BIDDER, id)) && "ISSUED".equals(state(ABSENT, unused)));
        var statement = Statement.from(CanonicalJson.read(get(token(BIDDER, "bidder"), "bonds/" + id + "/document")
                .statusCode(200)
                .extract()
                .asByteArray()));
        assertThat(statement.verify().subject().uscc()).isEqualTo("91330703XX2000002B");
        assertThat(statement.doc().required("amountFen").asLong()).isEqualTo(ASKED);

        tellOpened(lot);
        get(token(ENTITY, "procuring-entity"), "lots/" + lot.required("lot").asText() + "/bonds")
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].id", equalTo(id))
                .body("[0].state", equalTo("VALID"));
        assertThat(state(ABSENT, unused)).isEqualTo("UNUSED");
        get(token(ENTITY, "procuring-entity"), "bonds/" + unused + "/document").statusCode(404);

        tellReleased(lot);
        assertThat(state(BIDDER, id)).isEqualTo("RELEASED");
        await(() -> told("/internal/lots/" + lot.required("lot").asText() + "/bonds-released"));
        var order = TradingCoreInMemory.TOLD.stream()
                .map(TradingCoreInMemory.Told::path)
                .toList();
        assertThat(order.indexOf("/internal/evidence"))
                .isBetween(
                        0, order.indexOf("/internal/lots/" + lot.required("lot").asText() + "/bonds-released"));
    }

    @Test
    void nobodyLearnsBeforeTheOpeningThatABondExists() throws Exception {
        var lot = lot();
        var id = apply(BIDDER, lot).extract().<String>path("id");
        await(() -> "ISSUED".equals(state(BIDDER, id)));

        for (var role : new String[] {"procuring-entity", "agency", "supervisor", "expert"}) {
            var token = token(role.equals("agency") ? AGENCY : ENTITY, role);
            get(token, "lots/" + lot.required("lot").asText() + "/bonds")
                    .statusCode(404)
                    .body("code", equalTo("bond/not-opened"));
            get(token, "bonds/" + id + "/document").statusCode(404).body("code", equalTo("bond/not-found"));
        }
        get(token(ABSENT, "bidder"), "bonds/" + id + "/document").statusCode(404);
        assertThat(tables())
                .doesNotContain(lot.required("lot").asText())
                .doesNotContain("澜州道桥")
                .doesNotContain("91330703XX1395956B");
    }

    @Test
    void oneBidderHasOneBondForALot() {
        var lot = lot();
        apply(BIDDER, lot).statusCode(200);

        apply(BIDDER, lot).statusCode(409).body("code", equalTo("bond/applied-before"));
    }

    @Test
    void afterTheDeadlineNoBondIsApplied() {
        var late = TradingCoreInMemory.lot(party(ENTITY), party(AGENCY), ASKED, Duration.ofSeconds(-1));

        apply(BIDDER, late).statusCode(409).body("code", equalTo("bond/after-deadline"));
    }

    @Test
    void aCallbackThatTheIssuerDidNotSignIsRefused() {
        given().contentType("application/json")
                .body(Map.of("transactionCode", "LG102"))
                .post("/api/bond/issuers/callbacks")
                .then()
                .statusCode(422)
                .body("code", equalTo("trust/bad-field"));
    }

    private static ObjectNode lot() {
        return TradingCoreInMemory.lot(party(ENTITY), party(AGENCY), ASKED, Duration.ofDays(20));
    }

    private static ObjectNode party(UUID id) {
        return TradingCoreInMemory.PARTIES.get(id);
    }

    private static ValidatableResponse apply(UUID party, ObjectNode lot) {
        return given().auth()
                .oauth2(token(party, "bidder"))
                .contentType("application/json")
                .body(Map.of("lotId", lot.required("lot").asText(), "form", "BANK_GUARANTEE"))
                .post("/api/bond/applications")
                .then();
    }

    private static ValidatableResponse get(String token, String path) {
        return given().auth().oauth2(token).get("/api/bond/" + path).then();
    }

    private static String state(UUID party, String id) {
        return get(token(party, "bidder"), "bonds/mine")
                .statusCode(200)
                .extract()
                .path("find { it.id == '" + id + "' }.state");
    }

    private static void tellOpened(ObjectNode lot) {
        var event = CanonicalJson.object().put("tender", lot.required("tender").asText());
        event.putArray("bidders")
                .addObject()
                .put("bidId", "ab".repeat(16))
                .put("name", "澜州道桥建设有限公司")
                .put("uscc", "91330703XX1395956B");
        tell(lot, "opened", event);
    }

    private static void tellReleased(ObjectNode lot) {
        tell(
                lot,
                "released",
                CanonicalJson.object()
                        .put("tender", lot.required("tender").asText())
                        .put("reason", "CONTRACT"));
    }

    private static void tell(ObjectNode lot, String what, ObjectNode event) {
        given().auth()
                .oauth2(TestTokens.ofService("trading-core"))
                .contentType("application/json")
                .body(event.toString())
                .post("/internal/lots/" + lot.required("lot").asText() + "/" + what)
                .then()
                .statusCode(204);
    }

    private static boolean told(String path) {
        return TradingCoreInMemory.TOLD.stream().anyMatch(it -> it.path().equals(path));
    }

    private static String token(UUID party, String role) {
        return TestTokens.of(UUID.nameUUIDFromBytes(role.getBytes(StandardCharsets.UTF_8)), party, null, role);
    }

    private String tables() throws SQLException {
        var text = new StringBuilder();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var table : new String[] {"bond", "opened_lot", "sandbox_issue", "outbox", "kept_answer"}) {
                try (var rows = statement.executeQuery("select cast(t as text) from " + table + " t")) {
                    while (rows.next()) {
                        text.append(rows.getString(1)).append('\n');
                    }
                }
            }
        }
        return text.toString();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        for (int i = 0; i < 150 && !condition.call(); i++) {
            Thread.sleep(200);
        }
        assertThat(condition.call()).isTrue();
    }
}
