package cn.qifeng.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Five bids, of which the fifth is above the ceiling; one item for each part. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@DisplayName("Preliminary review over HTTP 初步评审")
class ScreeningOverHttpTest {

    @Test
    void rejectsByVotesWhatMembersDidNotPassAndOnlyTheOthersAreScored() {
        var members = HallScene.scoring(SessionOrders.reviewed(SessionOrders.exampleA1()))
                .members();
        members.get(0).get("").body("sheets", equalTo("SCREENING")).body("bids[0].priceFen", equalTo(null));
        members.get(0).get("/bids/A/files/LETTER").statusCode(409).body("code", equalTo("scoring/file-not-open"));
        judge(members, Set.of(4), Set.of(2));

        var view = members.get(1).read("");
        assertThat(view.path("stage").asText()).isEqualTo("SETTLING");
        assertThat(codes(view)).containsExactly("RJ3 " + bid(2), "RJ3 " + bid(4));
        assertThat(view.path("screening").path("failed")).hasSize(6);
        conclude(members.get(0), null).statusCode(409).body("code", equalTo("scoring/votes-outstanding"));
        vote(members, 1, 1);
        vote(members, 2, 5);
        conclude(members.get(1), null).statusCode(403);
        conclude(members.get(0), null).statusCode(204);

        view = members.get(2).read("");
        assertThat(view.path("stage").asText() + view.path("sheets").asText()).isEqualTo("SCORINGTECHNICAL");
        assertThat(view.path("bids")).hasSize(4);
        assertThat(view.path("repair").isNull()).isTrue();
        Eventually.holds(() -> screened(members.get(0)).size() == 1);
        var screened = screened(members.get(0));
        assertThat(screened.get(0).path("rejected")).hasSize(1);
        assertThat(screened.get(0).path("rejected").get(0).asText()).isEqualTo(bid(4));
        members.forEach(it -> it.commit(label -> "30.00").statusCode(204));
        members.forEach(it -> it.reveal().statusCode(204));
        view = members.get(0).read("");
        assertThat(view.path("stage").asText()).isEqualTo("REVIEWING");
        assertThat(view.path("bids").findValues("valid"))
                .extracting(JsonNode::asBoolean)
                .containsOnlyOnce(false);
    }

    @Test
    void goesOnByItselfWhereEverybodyPassedEverything() {
        var members = HallScene.scoring(SessionOrders.reviewed(SessionOrders.exampleA1()))
                .members();
        judge(members, Set.of(), Set.of());
        members.get(0).get("").body("stage", equalTo("SCORING")).body("sheets", equalTo("TECHNICAL"));
        members.get(0).get("").body("screening.settled", equalTo(true)).body("rejections", hasSize(0));
    }

    @Test
    void asksTheBidderBeforeItRejectsWhatIsUnclear() {
        var members = HallScene.scoring(SessionOrders.reviewed(SessionOrders.exampleA1()))
                .members();
        members.get(0).judge((bid, item) -> bid.equals(bid(0)) && item.equals("R1") ? "UNCLEAR" : null);
        members.subList(1, 5).forEach(it -> it.judge((bid, item) -> null).statusCode(204));
        members.forEach(it -> it.reveal().statusCode(204));

        members.get(0).get("").body("stage", equalTo("SETTLING")).body("rejections", hasSize(0));
        conclude(members.get(0), null).statusCode(409).body("code", equalTo("scoring/not-settled"));
        propose(members.get(0), "RJ6", "UNCLEAR").statusCode(409).body("code", equalTo("scoring/clarification-needed"));
        propose(members.get(0), "RJ3", "FACT").statusCode(422).body("code", equalTo("scoring/ground-not-failed"));
        propose(members.get(0), "RJ5", "BELOW_COST").statusCode(409).body("code", equalTo("scoring/price-shut"));
        propose(members.get(0), "RJ6", "FACT").statusCode(200);
        vote(members, 1, 1);
        conclude(members.get(0), null).statusCode(204);
    }

    @Test
    void leavesBothLawfulWaysWhereFewerThanThreeBidsPassed() {
        var members = HallScene.scoring(SessionOrders.reviewed(SessionOrders.exampleA1()))
                .members();
        judge(members, Set.of(2, 3, 4), Set.of());
        for (int n = 1; n <= 3; n++) {
            vote(members, n, 5);
        }
        conclude(members.get(0), null).statusCode(422).body("code", equalTo("scoring/competition-finding-needed"));
        conclude(members.get(0), "CONTINUE").statusCode(204);
        members.get(0).get("").body("stage", equalTo("SCORING")).body("bids", hasSize(2));
    }

    @Test
    @DisplayName("B-024: government procurement ends where fewer than three bids respond")
    void endsGovernmentProcurementWithFewerThanThreeBids() {
        var order = SessionOrders.reviewed(SessionOrders.exampleA1()).put("procurement", true);
        var members = HallScene.scoring(order).members();
        judge(members, Set.of(2, 3, 4), Set.of());
        for (int n = 1; n <= 3; n++) {
            vote(members, n, 5);
        }
        conclude(members.get(0), "CONTINUE")
                .statusCode(422)
                .body("code", equalTo("scoring/procurement-ends"))
                .body("law", equalTo("政府采购法 §36"));
        conclude(members.get(0), "REJECT_ALL").statusCode(204);
        members.get(0).get("").body("stage", equalTo("REPORTING")).body("result.outcome", equalTo("ALL_REJECTED"));
    }

    @Test
    void refusesJudgementsWithoutAPageAndItemsThatAreNotPublished() {
        var members = HallScene.scoring(SessionOrders.reviewed(SessionOrders.exampleA1()))
                .members();
        members.get(0).judge((bid, item) -> "ABOVE_CEILING").statusCode(204);
        members.get(1).commit(label -> "30.00").statusCode(204);
        members.subList(2, 5).forEach(it -> it.judge((bid, item) -> null).statusCode(204));
        members.get(0).reveal().statusCode(422).body("code", equalTo("scoring/judgement-incomplete"));
        members.get(1).reveal().statusCode(422);
        members.get(2).reveal().statusCode(204);
    }

    @Test
    void showsWhatTheLetterPromisesBesideAnItemAndNoPrice() {
        var members = HallScene.scoring(about("LETTER")).members();
        members.get(0)
                .get("/bids/A/letter")
                .statusCode(200)
                .body("durationDays", equalTo(360))
                .body("projectLeader", equalTo("岑柏川"))
                .body("securityReference", equalTo("BH-1"))
                .body("priceFen", equalTo(null))
                .body("priceWords", equalTo(null));
        members.get(0).get("/bids/A/files/LETTER").statusCode(409).body("code", equalTo("scoring/file-not-open"));
        judge(members, Set.of(), Set.of());
        members.get(0).get("/bids/A/letter").statusCode(200).body("priceFen", equalTo(null));
    }

    @Test
    void judgesThePriceBehindTheTechnicalSheetsAlone() {
        var members = HallScene.scoring(about("PRICE")).members();
        var first = members.get(0);
        first.get("").body("sheets", equalTo("TECHNICAL")).body("screeningPlace", equalTo("BEHIND"));
        first.get("/bids/A/letter").statusCode(409).body("code", equalTo("scoring/file-not-open"));
        members.forEach(it -> it.commit(label -> "30.00").statusCode(204));
        members.forEach(it -> it.reveal().statusCode(204));

        first.get("").body("stage", equalTo("SCORING")).body("sheets", equalTo("SCREENING"));
        first.get("/bids/A/letter")
                .statusCode(200)
                .body("priceFen", equalTo(980_000_000))
                .body("priceWords", equalTo("玖佰捌拾万元整"));
        first.get("/bids/A/files/LETTER").statusCode(200);
        judge(members, Set.of(4), Set.of());
        first.get("/bids/A/files/LETTER").statusCode(200);
        vote(members, 1, 5);
        conclude(first, null).statusCode(204);
        first.get("").body("stage", equalTo("REVIEWING"));
    }

    /** An order whose item of responsiveness is judged by this. */
    private static ObjectNode about(String evidence) {
        var order = SessionOrders.reviewed(SessionOrders.exampleA1());
        ((ObjectNode) order.get("review").get(2)).put("about", evidence);
        return order;
    }

    private static List<JsonNode> screened(Member member) {
        return TradingCoreInMemory.entries("evaluation/screened").stream()
                .map(it -> it.path("body"))
                .filter(it -> it.path("session").asText().equals(member.session()))
                .toList();
    }

    /** Everybody fails the qualification of some bids, and the first member alone that of others. */
    private static void judge(List<Member> members, Set<Integer> byAll, Set<Integer> byOne) {
        for (Member member : members) {
            var out = new ArrayList<>(byAll);
            out.addAll(member.equals(members.get(0)) ? byOne : Set.of());
            var ids = out.stream().map(ScreeningOverHttpTest::bid).toList();
            member.judge((bid, item) -> ids.contains(bid) && item.equals("Q1") ? "FACT" : null)
                    .statusCode(204);
        }
        members.get(0).get("").body("rejections", hasSize(0)).body("screening.failed", equalTo(null));
        members.forEach(it -> it.reveal().statusCode(204));
    }

    private static void vote(List<Member> members, int rejection, int inFavour) {
        for (int i = 0; i < members.size(); i++) {
            members.get(i).vote(rejection, i < inFavour);
        }
    }

    private static io.restassured.response.ValidatableResponse conclude(Member member, String choice) {
        var body = CanonicalJson.object();
        if (choice == null) {
            body.putNull("competition");
        } else {
            body.putObject("competition").put("choice", choice).put("finding", "经论证");
        }
        return member.post("/screening/conclusion", body);
    }

    private static io.restassured.response.ValidatableResponse propose(Member member, String code, String basis) {
        ObjectNode proposal = CanonicalJson.object()
                .put("bidId", bid(0))
                .put("code", code)
                .put("reason", "不符合要求")
                .put("page", "3")
                .put("basis", basis)
                .putNull("clarification");
        return member.post("/rejections", proposal);
    }

    private static List<String> codes(JsonNode view) {
        var codes = new ArrayList<String>();
        view.path("rejections")
                .forEach(it -> codes.add(
                        it.path("code").asText() + " " + it.path("bidId").asText()));
        return codes;
    }

    private static String bid(int index) {
        return String.format("%032x", index + 1);
    }
}
