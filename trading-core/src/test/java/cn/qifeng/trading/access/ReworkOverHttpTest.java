package cn.qifeng.trading.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.trading.StillSandboxResource;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.domain.RecordedEntry;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@WithTestResource(StillSandboxResource.class)
@DisplayName("Re-review asked for and approved 复评申请与批准")
class ReworkOverHttpTest {

    private static final String BID = "01".repeat(16);

    @Inject
    ParkedLots lots;

    @Inject
    Cast cast;

    @Inject
    Chain chain;

    @Test
    void approvalTakesTheAwardBackUntilAnotherReportComes() {
        var lot = parked(LotPhase.FINALISTS_PUBLICITY);
        record(lot, "award/finalists", CanonicalJson.object());
        ask(lot, it -> {})
                .statusCode(200)
                .body("reworks[0].state", equalTo("ASKED"))
                .body("report", notNullValue());
        call("tenderer")
                .get(path(lot, "/to-sign"))
                .then()
                .statusCode(409)
                .body("code", equalTo("rework/one-at-a-time"));
        decide(lot, true)
                .statusCode(200)
                .body("reworks[0].state", equalTo("APPROVED"))
                .body("report", nullValue());

        given().get("/api/core/lots/" + lot.lot() + "/award").then().statusCode(404);
        var withdrawn = chain.entries(lot.tender()).stream()
                .filter(it -> it.type().equals("award/withdrawn"))
                .map(RecordedEntry::body)
                .toList();
        assertThat(withdrawn).hasSize(1);
        assertThat(withdrawn.get(0).path("entries")).hasSize(1);
        report(lot, "00".repeat(32));
        shown(lot).body("reworks[0].state", equalTo("APPROVED"));
        report(lot, "ab".repeat(32));
        shown(lot).body("reworks[0].state", equalTo("DONE")).body("report", equalTo("ab".repeat(32)));
    }

    @Test
    void refusesWhatTheLawDoesNotOpen() {
        var lot = parked(LotPhase.REVIEWING);
        ask(lot, it -> it.put("ground", "WE_LOST")).statusCode(422).body("code", equalTo("rework/no-ground"));
        ask(lot, it -> it.putArray("places")).statusCode(422).body("code", equalTo("rework/no-place"));
        ask(lot, it -> ((ObjectNode) it.at("/places/0")).put("bidId", "ff"))
                .statusCode(422)
                .body("code", equalTo("rework/unknown-place"));
        ask(lot, it -> ((ObjectNode) it.at("/places/0")).putArray("items").add("T9"))
                .statusCode(422)
                .body("code", equalTo("rework/unknown-place"));
        ask(lot, it -> it.put("evidence", "")).statusCode(422).body("code", equalTo("rework/text-needed"));
        ask(lot, it -> it.put("report", "cd".repeat(32))).statusCode(422).body("code", equalTo("rework/statement"));
        shown(lot).body("reworks", hasSize(0));
    }

    @Test
    void aSupervisorWithAPartInItDoesNotDecide() {
        var lot = parked(LotPhase.REVIEWING);
        ask(lot, it -> {}).statusCode(200);
        var panel = CanonicalJson.object();
        panel.putArray("members")
                .addObject()
                .put("member", cast.person("supervisor").key().certificateId());
        record(lot, "evaluation/panel", panel);

        decide(lot, true).statusCode(403).body("code", equalTo("rework/interested"));
    }

    @Test
    void aRefusalLeavesTheAwardAsItStands() {
        var lot = parked(LotPhase.FINALISTS_PUBLICITY);
        ask(lot, it -> {}).statusCode(200);
        decide(lot, false).statusCode(200).body("reworks[0].state", equalTo("REFUSED"));

        given().get("/api/core/lots/" + lot.lot() + "/award")
                .then()
                .statusCode(200)
                .body("phase", equalTo("FINALISTS_PUBLICITY"));
        ask(lot, it -> {}).statusCode(200).body("reworks", hasSize(2));
    }

    private ParkedLot parked(LotPhase phase) {
        var lot = lots.park(phase, true);
        var opened = CanonicalJson.object();
        opened.putArray("bids").add(BID);
        record(lot, "evaluation/opened", opened);
        return lot;
    }

    private void record(ParkedLot lot, String type, ObjectNode body) {
        QuarkusTransaction.requiringNew().run(() -> chain.append(lot.tender(), type, body));
    }

    private ValidatableResponse ask(ParkedLot lot, Consumer<ObjectNode> change) {
        var view = call("tenderer").get(path(lot, "")).then().statusCode(200).extract();
        var doc = doc("tenderer", path(lot, "/to-sign"));
        doc.put("ground", "EXTREME_POINTS").put("reason", "异议成立").put("evidence", "异议函第2页");
        var items = doc.putArray("places").addObject().put("bidId", BID).putArray("items");
        items.add(view.<String>path("items[0].item"));
        change.accept(doc);
        return post("tenderer", path(lot, ""), doc);
    }

    private ValidatableResponse decide(ParkedLot lot, boolean approved) {
        var doc = doc("supervisor", path(lot, "/decision/to-sign"));
        return post(
                "supervisor",
                path(lot, "/decision"),
                doc.put("approved", approved).put("reason", "属实"));
    }

    private ObjectNode doc(String account, String path) {
        var answer = call(account).get(path).then().statusCode(200).extract().asByteArray();
        return (ObjectNode) CanonicalJson.read(answer).get("doc");
    }

    private ValidatableResponse post(String account, String path, ObjectNode doc) {
        return call(account)
                .contentType(ContentType.JSON)
                .body(cast.person(account).sign(doc))
                .post(path)
                .then();
    }

    /** A result as remote-evaluation hands it in. */
    private void report(ParkedLot lot, String sm3) {
        var result = CanonicalJson.object()
                .put("session", "00000000-0000-0000-0000-000000000001")
                .put("outcome", "EVALUATED")
                .put("k", "0.97")
                .put("basePriceFen", 1)
                .put("ranked", false)
                .put("reportSm3", sm3);
        List.of("priceScores", "technical", "reviewed", "rejected").forEach(result::putArray);
        result.putArray("totals").addObject().put("bidId", BID).put("score", "90.00");
        result.putArray("finalists").add(BID);
        given().auth()
                .oauth2(cast.token("service"))
                .contentType(ContentType.JSON)
                .body(CanonicalJson.encode(result))
                .post("/internal/lots/" + lot.lot() + "/evaluation")
                .then()
                .statusCode(204);
    }

    private ValidatableResponse shown(ParkedLot lot) {
        return call("supervisor").get(path(lot, "")).then().statusCode(200);
    }

    private RequestSpecification call(String account) {
        return cast.person(account).call();
    }

    private static String path(ParkedLot lot, String below) {
        return "/api/core/lots/" + lot.lot() + "/reworks" + below;
    }
}
