package cn.qifeng.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@DisplayName("Lowest reviewed price over HTTP 经评审的最低投标价法")
class AdjustmentsOverHttpTest {

    private final ObjectNode order = SessionOrders.exampleE1();
    private List<Member> members;

    @Test
    void ranksExampleE1ByWhatThePanelFound() throws IOException {
        members = Sessions.reviewing(order, "1");
        refusesWhatSaysNothing();
        propose("L1", line(1).putNull("quoteFen").put("page", "商务标 3"), quoted(2, 12_000_000), quoted(3, 9_500_000))
                .statusCode(200)
                .body("number", equalTo(1))
                .body("decided", equalTo(false));
        propose("L1", quoted(2, 1)).statusCode(409).body("code", equalTo("adjustment/finding-open"));
        votes(1, true);
        conclude().statusCode(409).body("code", equalTo("adjustment/not-found-yet"));
        propose("L3", counted(1, 1), counted(2, 1), counted(3, 1)).statusCode(200);
        votes(2, false);
        propose("L3", counted(1, 0), counted(2, 0), counted(3, 0)).statusCode(200);
        vote(0, 3, "FOR", "");
        conclude().statusCode(409).body("code", equalTo("adjustment/votes-outstanding"));
        members.subList(1, 5).forEach(it -> vote(members.indexOf(it), 3, "FOR", ""));

        conclude()
                .statusCode(200)
                .body("lines", hasSize(0))
                .body("basePriceFen", nullValue())
                .body("reviewed.rank", contains(2, 1, 3))
                .body("reviewed.reviewedFen", contains(797_000_000, 792_000_000, 801_000_000))
                .body("reviewed[0].steps.amountFen", contains(12_000_000, 0, 0));
        tellsEveryStep();
    }

    private void refusesWhatSaysNothing() {
        members.forEach(it -> it.vote(1, true));
        propose("L9", quoted(1, 1)).statusCode(422).body("code", equalTo("adjustment/not-declared"));
        propose("L2", counted(1, 1)).statusCode(422).body("code", equalTo("adjustment/not-declared"));
        propose("L1", counted(1, 1)).statusCode(422).body("code", equalTo("adjustment/finding-incomplete"));
        propose("L1", quoted(1, 1).put("page", " "))
                .statusCode(422)
                .body("code", equalTo("adjustment/finding-incomplete"));
        propose("L3", counted(1, 0), counted(1, 0))
                .statusCode(422)
                .body("code", equalTo("adjustment/finding-incomplete"));
        members.get(0).get("/findings/1/to-sign").statusCode(404).body("code", equalTo("adjustment/no-such-finding"));
    }

    /** Carried by four of five, or dropped by as many. */
    private void votes(int number, boolean carried) {
        vote(0, number, carried ? "AGAINST" : "FOR", carried ? "应当询问投标人" : "");
        vote(0, number, "FOR", "").statusCode(409).body("code", equalTo("adjustment/voted-already"));
        vote(1, number, "MAYBE", "").statusCode(422).body("code", equalTo("adjustment/unknown-vote"));
        vote(1, number, "AGAINST", " ").statusCode(422).body("code", equalTo("adjustment/opinion-needed"));
        members.get(1).get("/findings").body("[" + (number - 1) + "].inFavour", nullValue());
        for (int i = 1; i < 5; i++) {
            vote(i, number, carried ? "FOR" : "AGAINST", carried ? "" : "并无偏差").statusCode(200);
        }
        members.get(2)
                .get("/findings")
                .body("[" + (number - 1) + "].carried", equalTo(carried))
                .body("[" + (number - 1) + "].inFavour", equalTo(carried ? 4 : 1));
    }

    private void tellsEveryStep() throws IOException {
        Eventually.holds(() -> bodies("evaluation/scored").size() == 1);
        assertThat(bodies("evaluation/finding-vote")).hasSize(15);
        var found = bodies("evaluation/found");
        assertThat(found).extracting(it -> it.path("carried").asBoolean()).containsExactly(true, false, true);
        assertThat(found.get(0).path("lines").get(0).path("quoteFen").isNull()).isTrue();
        var scored = bodies("evaluation/scored").get(0);
        assertThat(scored.path("reviewed")).hasSize(3);
        assertThat(scored.has("totals")).isFalse();
        Eventually.holds(() -> members.get(0).get("/report").extract().statusCode() == 200);
        try (var pdf = Loader.loadPDF(members.get(0).get("/report").extract().asByteArray())) {
            var text = new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
            assertThat(text).contains("标价比较表", "示例投标企业1：7,850,000.00+120,000.00（L1，漏项）=7,970,000.00元", "应当询问投标人");
        }
    }

    @Test
    void takesNothingBetweenPassedAndNot() {
        var session = Sessions.open(SessionOrders.exampleE1());
        Eventually.holds(() -> Sessions.stage(session).equals("CONVENING"));
        var panel = Sessions.invited(session).stream()
                .map(number -> new Member(People.byNumber(number), session))
                .toList();
        panel.forEach(Member::takeSeat);
        panel.forEach(it -> it.voteFor(panel.get(1)));
        panel.get(0).get("").body("reasons.low", equalTo("0")).body("reasons.high", equalTo("1"));
        panel.get(0).commit(label -> "0.5").statusCode(204);
        panel.subList(1, 5).forEach(it -> it.commit(label -> "1").statusCode(204));
        panel.get(0).reveal().statusCode(422).body("code", equalTo("scoring/points-out-of-range"));
        panel.get(1).reveal().statusCode(204);
    }

    private ValidatableResponse propose(String code, ObjectNode... lines) {
        var proposal = CanonicalJson.object().put("code", code);
        proposal.putArray("lines").addAll(List.of(lines));
        return members.get(0).post("/findings", proposal);
    }

    private ValidatableResponse vote(int member, int number, String vote, String opinion) {
        return members.get(member)
                .sign(
                        "/findings/" + number + "/to-sign",
                        "/findings/" + number + "/votes",
                        it -> it.put("vote", vote).put("opinion", opinion));
    }

    private ValidatableResponse conclude() {
        var conclusion = CanonicalJson.object();
        conclusion.putNull("competition");
        return members.get(1).post("/conclusion", conclusion);
    }

    private static ObjectNode line(int bid) {
        return CanonicalJson.object().put("bidId", String.format("%032x", bid));
    }

    private static ObjectNode quoted(int bid, long fen) {
        return line(bid).put("quoteFen", fen).put("page", "商务标 3");
    }

    private static ObjectNode counted(int bid, int count) {
        return line(bid).put("count", count).put("page", "商务标 8");
    }

    private List<JsonNode> bodies(String type) {
        return TradingCoreInMemory.entries(type).stream()
                .filter(it -> it.path("tender").equals(order.path("tender")))
                .map(it -> it.path("body"))
                .toList();
    }
}
