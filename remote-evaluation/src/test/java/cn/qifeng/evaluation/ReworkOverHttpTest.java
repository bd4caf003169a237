package cn.qifeng.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import cn.qifeng.kit.access.Role;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@DisplayName("Re-review over HTTP 复评")
class ReworkOverHttpTest {

    private static final String FIRST = "%032x".formatted(1);
    private static final String SECOND = "%032x".formatted(2);

    @Test
    void scoresOnlyWhatWasApprovedAndReportsBeforeBesideAfter() throws IOException {
        var order = SessionOrders.exampleA1();
        var members = concluded(order);
        var session = members.get(0).session();
        var report = entry(order, 0).path("sm3").asText();
        begin(order, report).statusCode(204);
        begin(order, report).statusCode(204);
        members.get(0)
                .get("")
                .body("stage", equalTo("SCORING"))
                .body("round", equalTo(2))
                .body("result", nullValue())
                .body("repair", nullValue())
                .body("rework.places", hasSize(1))
                .body("rework.former", hasSize(5));
        members.forEach(it -> it.commitAgain(sheet -> lower(it, sheet)).statusCode(204));
        members.forEach(it -> it.reveal().statusCode(204));
        requireOnlyPoints(members.get(0));
        Sessions.conclude(members);

        Eventually.holds(() -> Sessions.stage(session).equals("CONCLUDED"));
        Eventually.holds(() -> reports(order).size() == 2);
        var second = entry(order, 1);
        assertThat(second.at("/rework/number").asInt()).isEqualTo(1);
        assertThat(second.at("/rework/voids").asText()).isEqualTo(report);
        assertThat(TradingCoreInMemory.entries("evaluation/parts").stream()
                        .filter(it -> it.path("tender").equals(order.path("tender"))))
                .hasSize(2);
        shows(members.get(0), order);
        tells(second.path("sm3").asText(), report);
    }

    @Test
    void refusesOtherPointsAndChangesWithoutAReason() {
        var order = SessionOrders.exampleA1();
        var members = concluded(order);
        begin(order, entry(order, 0).path("sm3").asText()).statusCode(204);
        members.get(0).commitAgain(sheet -> change(sheet, label(members.get(0), SECOND), "偏高"));
        members.get(1).commitAgain(sheet -> change(sheet, label(members.get(1), FIRST), " "));
        members.subList(2, 5).forEach(it -> it.commitAgain(sheet -> sheet).statusCode(204));

        members.get(0).reveal().statusCode(422).body("code", equalTo("rework/outside-scope"));
        members.get(1).reveal().statusCode(422).body("code", equalTo("rework/reason-needed"));
        members.get(2).reveal().statusCode(204);
    }

    @Test
    @DisplayName("实施条例 §48: who sits in the place of a member who left votes anew on what stands")
    void replacesAMemberWhileARejectionStandsAndReportsAgain() {
        var order = SessionOrders.exampleA1();
        var members = concluded(order);
        var session = members.get(0).session();
        begin(order, entry(order, 0).path("sm3").asText()).statusCode(204);
        var left = members.get(0);
        var rest = members.subList(1, 5);
        Sessions.replace(left);
        var successor = Sessions.successor(session, members);
        successor.takeSeat();
        rest.forEach(it -> it.commitAgain(sheet -> lower(it, sheet)).statusCode(204));
        successor.commit(label -> "30.00").statusCode(204);
        var all = Stream.concat(rest.stream(), Stream.of(successor)).toList();
        all.forEach(it -> it.reveal().statusCode(204));

        members.get(1).get("").body("stage", equalTo("REVIEWING")).body("rejections", hasSize(1));
        members.get(1)
                .post("/conclusion", Sessions.noCompetition())
                .statusCode(409)
                .body("code", equalTo("scoring/votes-outstanding"));
        successor.vote(1, false);
        Sessions.conclude(all);

        Eventually.holds(() -> Sessions.stage(session).equals("CONCLUDED"));
        Eventually.holds(() -> reports(order).size() == 2);
        assertThat(entry(order, 1).at("/rework/number").asInt()).isEqualTo(1);
        assertThat(bodies(order, "evaluation/rejected"))
                .extracting(it -> it.path("for").asInt() + " "
                        + it.path("against").asInt() + " " + it.path("carried").asBoolean())
                .containsExactly("5 0 true", "4 1 true");
    }

    @Test
    void waitsForAReportAndKnowsItsLot() {
        var order = SessionOrders.exampleA1();
        Sessions.reviewing(order);
        begin(order, "aa".repeat(32)).statusCode(409).body("code", equalTo("panel/wrong-stage"));
        begin(SessionOrders.exampleA1(), "aa".repeat(32)).statusCode(404).body("code", equalTo("panel/not-found"));
    }

    private static List<Member> concluded(ObjectNode order) {
        var members = Sessions.reviewing(order);
        members.forEach(it -> it.vote(1, true));
        Sessions.conclude(members);
        var session = members.get(0).session();
        Eventually.holds(() -> Sessions.stage(session).equals("CONCLUDED"));
        Eventually.holds(() -> reports(order).size() == 1);
        return members;
    }

    /** The order of trading-core; files of the former report are handed over a moment after it is signed. */
    private static ValidatableResponse begin(ObjectNode order, String report) {
        var body = CanonicalJson.object()
                .put("lot", order.path("lot").asText())
                .put("number", 1)
                .put("report", report)
                .put("ground", "EXTREME_POINTS")
                .put("law", "87号令 §64（四）")
                .put("reason", "异议成立")
                .put("evidence", "异议函第2页")
                .put("decision", "属实");
        body.putArray("places")
                .addObject()
                .put("bidId", FIRST)
                .putArray("items")
                .add("T1");
        Eventually.holds(() -> !post(body).extract().asString().contains("rework/files-pending"));
        return post(body);
    }

    private static ValidatableResponse post(ObjectNode body) {
        return given().auth()
                .oauth2(TestTokens.ofService("trading-core"))
                .contentType(ContentType.JSON)
                .body(CanonicalJson.encode(body))
                .post("/internal/sessions/reworks")
                .then();
    }

    private static ObjectNode lower(Member member, ObjectNode sheet) {
        return change(sheet, label(member, FIRST), "方案与现场条件不符");
    }

    /** The label under which a member sees a bid: names are open in a member's own view only after the revealing. */
    private static String label(Member member, String bidId) {
        return member.labels().get(bidId);
    }

    private static ObjectNode change(ObjectNode sheet, String label, String reason) {
        for (JsonNode bid : sheet.path("bids")) {
            if (bid.path("label").asText().equals(label)) {
                ((ObjectNode) bid.at("/items/0")).put("score", "20.00").put("reason", reason);
            }
        }
        return sheet;
    }

    private static void requireOnlyPoints(Member member) {
        var proposal = CanonicalJson.object()
                .put("bidId", SECOND)
                .put("code", "RJ6")
                .put("reason", "不响应")
                .put("page", "3")
                .put("basis", "FACT");
        member.post("/rejections", proposal).statusCode(422).body("code", equalTo("rework/outside-scope"));
        var question = CanonicalJson.object()
                .put("bidId", FIRST)
                .put("kind", "AMBIGUITY")
                .put("place", "3")
                .put("question", "？")
                .put("minutes", 30);
        member.post("/clarifications/to-sign", question).statusCode(409).body("code", equalTo("rework/only-points"));
    }

    private static void shows(Member member, ObjectNode order) {
        member.get("/comparisons")
                .statusCode(200)
                .body("[0].changes", hasSize(5))
                .body("[0].changes[0].after", equalTo("20.00"))
                .body("[0].before[0].rank", equalTo(1))
                .body("[0].after.find { it.bidId == '" + FIRST + "' }.rank", notNullValue())
                .body("[0].done", equalTo(true));
        given().auth()
                .oauth2(TestTokens.of(Role.SUPERVISOR))
                .get("/api/evaluation/lots/" + order.path("lot").asText() + "/comparisons")
                .then()
                .statusCode(200)
                .body("", hasSize(1));
    }

    private static void tells(String sm3, String former) throws IOException {
        Eventually.holds(() -> TradingCoreInMemory.DOCUMENTS.containsKey(sm3));
        try (var pdf = Loader.loadPDF(TradingCoreInMemory.DOCUMENTS.get(sm3))) {
            var text = new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
            assertThat(text).contains("评标报告（复评）", "评分畸高、畸低", "方案与现场条件不符", "20.00", former);
        }
    }

    private static List<JsonNode> reports(ObjectNode order) {
        return bodies(order, "evaluation/report");
    }

    private static List<JsonNode> bodies(ObjectNode order, String type) {
        return TradingCoreInMemory.entries(type).stream()
                .filter(it -> it.path("tender").equals(order.path("tender")))
                .map(it -> (JsonNode) it.path("body"))
                .toList();
    }

    private static JsonNode entry(ObjectNode order, int n) {
        return reports(order).get(n);
    }
}
