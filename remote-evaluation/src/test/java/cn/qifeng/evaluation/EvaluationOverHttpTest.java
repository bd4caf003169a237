package cn.qifeng.evaluation;

import static cn.qifeng.evaluation.Sessions.invited;
import static cn.qifeng.evaluation.Sessions.open;
import static cn.qifeng.evaluation.Sessions.stage;
import static cn.qifeng.evaluation.Sessions.watch;
import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.qifeng.kit.access.Role;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@DisplayName("Evaluation over HTTP 评标全过程")
class EvaluationOverHttpTest {

    private static final ObjectNode EMPTY = CanonicalJson.object();

    @Test
    void goesFromTheOrderToTheSignedReport() throws IOException {
        var order = SessionOrders.exampleA1();
        String session = open(order);
        assertThat(open(order)).isEqualTo(session);
        Eventually.holds(() -> stage(session).equals("CONVENING"));
        var members = convene(session);
        score(session, members);
        review(session, members);
        sign(session, members);

        Eventually.holds(() -> !results(session).isEmpty());
        var result = results(session).get(0);
        assertThat(result.path("basePriceFen").asLong()).isEqualTo(979_700_000L);
        assertThat(scores(result.path("priceScores"))).containsExactly("59.97", "57.93", "55.89", "53.85");
        assertThat(scores(result.path("technical"))).containsOnly("35.40");
        assertThat(scores(result.path("totals"))).containsExactly("95.37", "93.33", "91.29", "89.25");
        assertThat(result.path("rejected").get(0).path("code").asText()).isEqualTo("RJ5");
        assertThat(result.path("finalists")).hasSize(3);
        assertThat(result.path("ranked").asBoolean()).isFalse();
        assertSealed(TradingCoreInMemory.DOCUMENTS.get(result.path("reportSm3").asText()));
        assertRecorded(order);
        assertTold(bodies(order, "evaluation/parts").get(0).path("parts"), result);
        assertThat(bodies(order, "evaluation/scored").get(0).path("method")).isEqualTo(order.get("method"));
        appraise(session, members.get(0));
    }

    private static void assertRecorded(ObjectNode order) {
        assertThat(types(order))
                .containsSubsequence(
                        "evaluation/opened",
                        "evaluation/draw-step",
                        "evaluation/called",
                        "evaluation/answered",
                        "evaluation/called",
                        "evaluation/declared",
                        "evaluation/panel",
                        "evaluation/committed",
                        "evaluation/revealed",
                        "evaluation/vote",
                        "evaluation/rejected",
                        "evaluation/scored",
                        "evaluation/parts",
                        "evaluation/report");
    }

    /** 一标一评: once, and only of whoever took part. */
    private static void appraise(String session, Member member) {
        Eventually.holds(() -> stage(session).equals("CONCLUDED"));
        appraised(session, member.number())
                .statusCode(200)
                .body("find { it.session == '" + session + "' }.grade", equalTo("SOUND"));
        appraised(session, member.number()).statusCode(409).body("code", equalTo("panel/appraised"));
        appraised(session, "E0017").statusCode(404).body("code", equalTo("panel/not-found"));
    }

    private static ValidatableResponse appraised(String session, String number) {
        return given().auth()
                .oauth2(TestTokens.of(Role.CENTRE))
                .contentType(ContentType.JSON)
                .body(Map.of("session", session, "grade", "SOUND", "text", "按时到场，评分有据"))
                .post("/api/evaluation/experts/" + number + "/appraisals")
                .then();
    }

    /** Each bidder is told its own points, and the rejected one why; nobody's name among the members stands there. */
    private static void assertTold(JsonNode parts, JsonNode result) throws IOException {
        assertThat(parts).hasSize(5);
        var rejected = result.path("rejected").get(0).path("bidId");
        for (var part : parts) {
            var sm3 = part.path("sm3").asText();
            Eventually.holds(() -> TradingCoreInMemory.DOCUMENTS.containsKey(sm3));
            var file = TradingCoreInMemory.DOCUMENTS.get(sm3);
            assertSealed(file);
            try (var pdf = Loader.loadPDF(file)) {
                var text = new PDFTextStripper().getText(pdf);
                assertThat(text).contains("投标人评审结果告知书", "35.40").doesNotContain("E0");
                assertThat(text.contains("投标被否决")).isEqualTo(part.path("bidId").equals(rejected));
            }
        }
    }

    private static void assertSealed(byte[] report) throws IOException {
        try (var pdf = Loader.loadPDF(report)) {
            assertThat(pdf.getSignatureDictionaries())
                    .extracting(PDSignature::getName)
                    .containsExactly(TradingCoreInMemory.SEALED_BY);
        }
    }

    private static List<Member> convene(String session) {
        var first = member(session, invited(session).get(0));
        first.post("/invitation", CanonicalJson.object().put("accept", false).put("reason", "出差"))
                .statusCode(200)
                .body("state", equalTo("DECLINED"));
        first.get("").statusCode(200).body("tender", nullValue()).body("bidders", hasSize(0));
        var members = invited(session).stream().map(it -> member(session, it)).collect(toList());
        assertThat(members).hasSize(5);
        members.get(0).post("/check-in", EMPTY).statusCode(409).body("code", equalTo("panel/wrong-seat-state"));
        members.forEach(Member::takeSeat);
        members.get(0).get("").body("bidders", hasSize(5)).body("bids[0].name", nullValue());
        members.forEach(it -> it.voteFor(members.get(1)));
        assertThat(stage(session)).isEqualTo("SCORING");
        return members;
    }

    private static void score(String session, List<Member> members) {
        var reader = members.get(0);
        assertThat(reader.get("/bids/A/files/TECHNICAL")
                        .statusCode(200)
                        .extract()
                        .asString())
                .isEqualTo("file 4");
        readsAPartAndFindsTheCitedPages(reader);
        reader.get("/bids/A/files/LETTER").statusCode(409).body("code", equalTo("scoring/file-not-open"));
        reader.get("/bids/Z/files/TECHNICAL").statusCode(404);
        for (int i = 0; i < members.size(); i++) {
            String points = 30 + "." + i * 2;
            members.get(i).commit(label -> points).statusCode(204);
            if (i < members.size() - 1) {
                members.get(i).reveal().statusCode(409).body("code", equalTo("panel/wrong-stage"));
            }
        }
        assertThat(stage(session)).isEqualTo("REVEALING");
        assertThat(watch(session).path("committed").asInt()).isEqualTo(5);
        members.forEach(it -> it.reveal().statusCode(204));
        assertThat(stage(session)).isEqualTo("REVIEWING");
    }

    /** Of the index only published items show, and only files that are open while scores are written. */
    private static void readsAPartAndFindsTheCitedPages(Member reader) {
        assertThat(reader.part("/bids/A/files/TECHNICAL", "bytes=2-3")
                        .statusCode(206)
                        .header("Content-Range", "bytes 2-3/6")
                        .extract()
                        .asString())
                .isEqualTo("le");
        reader.part("/bids/A/files/TECHNICAL", "bytes=6-")
                .statusCode(422)
                .body("code", equalTo("scoring/no-such-range"));
        reader.get("/bids/A/index")
                .statusCode(200)
                .body("role", contains("TECHNICAL"))
                .body("item", contains("T1"))
                .body("from", contains(12))
                .body("to", contains(27));
        reader.get("/bids/Z/index").statusCode(404);
    }

    private static void review(String session, List<Member> members) {
        var leader = members.get(1);
        var conclusion = CanonicalJson.object();
        conclusion.putNull("competition");
        leader.post("/conclusion", conclusion).statusCode(409).body("code", equalTo("scoring/votes-outstanding"));
        leader.get("/bids/A/files/LETTER").statusCode(200);
        for (var member : members) {
            boolean dissents = member == members.get(4);
            member.sign(
                            "/rejections/1/to-sign",
                            "/rejections/1/votes",
                            it -> it.put("vote", dissents ? "AGAINST" : "FOR").put("opinion", dissents ? "应先澄清" : ""))
                    .statusCode(200);
        }
        members.get(0).post("/conclusion", conclusion).statusCode(403).body("code", equalTo("scoring/not-the-leader"));
        TradingCoreInMemory.sealing = false;
        leader.post("/conclusion", conclusion).statusCode(200).body("outcome", equalTo("EVALUATED"));
        assertThat(stage(session)).isEqualTo("REPORTING");
        leader.get("/report/to-sign").statusCode(404).body("code", equalTo("report/not-found"));
        TradingCoreInMemory.sealing = true;
    }

    private static void sign(String session, List<Member> members) {
        Eventually.holds(() -> members.get(0).get("/report").extract().statusCode() == 200);
        var pdf = members.get(0).get("/report").extract().asByteArray();
        var toSign = members.get(0).read("/report/to-sign");
        assertThat(toSign.path("sm3").asText()).isEqualTo(Sm3.hex(pdf));
        for (var member : members) {
            boolean dissents = member == members.get(4);
            member.sign(
                            "/report/to-sign",
                            "/report/signatures",
                            it -> it.put("opinion", dissents ? "DISSENT" : "AGREE")
                                    .put("reason", dissents ? "对评分项理解不同" : ""))
                    .statusCode(200);
        }
        assertThat(stage(session)).isEqualTo("CONCLUDED");
    }

    @Test
    void opensASheetThatItsMemberDidNotRevealByTheSharesOfTheSet() {
        var order = SessionOrders.exampleA1();
        String session = open(order);
        Eventually.holds(() -> stage(session).equals("CONVENING"));
        var members = convene(session);
        members.forEach(it -> it.commit(label -> "30.00").statusCode(204));
        members.subList(1, 5).forEach(it -> it.reveal().statusCode(204));
        assertThat(stage(session)).isEqualTo("REVEALING");

        var supervision = new SessionTrustee(People.TRUSTEES.get(0), session);
        var centre = new SessionTrustee(People.TRUSTEES.get(2), session);
        supervision.giveForged().statusCode(422).body("code", equalTo("scoring/bad-share"));
        supervision.give().statusCode(204);
        assertThat(stage(session)).isEqualTo("REVEALING");
        centre.give().statusCode(204);

        assertThat(stage(session)).isEqualTo("REVIEWING");
        assertThat(centre.sealed()).isEmpty();
        Eventually.holds(() -> bodies(order, "evaluation/revealed").size() == 5);
        assertThat(types(order)).containsSubsequence("evaluation/shared", "evaluation/shared", "evaluation/revealed");
        assertThat(bodies(order, "evaluation/revealed"))
                .filteredOn(
                        it -> it.path("member").asText().equals(members.get(0).certificateId()))
                .singleElement()
                .satisfies(it -> assertThat(it.path("sheet").path("bids")).hasSize(5));
    }

    @Test
    void replacesAMemberWhoseSealedSheetIsNotTheOneCommittedTo() {
        var order = SessionOrders.exampleA1();
        String session = open(order);
        Eventually.holds(() -> stage(session).equals("CONVENING"));
        var members = convene(session);
        members.get(0).commitButSealAnother().statusCode(204);
        members.subList(1, 5).forEach(it -> it.commit(label -> "30.00").statusCode(204));
        members.subList(1, 5).forEach(it -> it.reveal().statusCode(204));

        new SessionTrustee(People.TRUSTEES.get(0), session).give().statusCode(204);
        new SessionTrustee(People.TRUSTEES.get(1), session).give().statusCode(204);

        assertThat(stage(session)).isEqualTo("CONVENING");
        Eventually.holds(() -> bodies(order, "evaluation/void").size() == 1);
        var successor = invited(session).stream()
                .filter(it -> members.stream().noneMatch(old -> old.number().equals(it)))
                .map(it -> member(session, it))
                .findFirst()
                .orElseThrow();
        successor.takeSeat();
        assertThat(stage(session)).isEqualTo("SCORING");
        successor.commit(label -> "31.00").statusCode(204);
        successor.reveal().statusCode(204);
        assertThat(stage(session)).isEqualTo("REVIEWING");
    }

    @Test
    void letsOnlyTrusteesOfTheSetGiveShares() {
        String session = open(SessionOrders.exampleA1());
        Eventually.holds(() -> stage(session).equals("CONVENING"));
        var members = convene(session);
        members.forEach(it -> it.commit(label -> "30.00").statusCode(204));
        var stranger = new SessionTrustee(person(members.get(0).number()), session);
        assertThat(stranger.sealed()).isEmpty();
        stranger.post(CanonicalJson.object()).statusCode(403).body("code", equalTo("scoring/not-of-the-set"));
    }

    @Test
    void showsASessionToNobodyElse() {
        String session = open(SessionOrders.exampleA1());
        Eventually.holds(() -> stage(session).equals("CONVENING"));
        var invited = invited(session);
        var stranger = People.ALL_EXPERTS.stream()
                .filter(it -> !invited.contains(it.number()))
                .findFirst()
                .orElseThrow();

        new Member(stranger, session).get("").statusCode(404).body("code", equalTo("panel/not-found"));
        given().get("/api/evaluation/sessions/" + session).then().statusCode(401);
        given().auth()
                .oauth2(TestTokens.of(Role.CENTRE))
                .contentType(ContentType.JSON)
                .body("{\"reason\":\"x\"}")
                .post("/api/evaluation/sessions/" + session + "/members/" + invited.get(0) + "/replacement")
                .then()
                .statusCode(403);
    }

    @Test
    void refusesAStatementByAnotherCertificateAndAChangedOne() {
        String session = open(SessionOrders.exampleA1());
        Eventually.holds(() -> stage(session).equals("CONVENING"));
        var numbers = invited(session);
        var member = member(session, numbers.get(0));
        member.post("/invitation", CanonicalJson.object().put("accept", true).put("reason", ""));
        member.post("/check-in", EMPTY);
        var doc = member.read("/declaration/to-sign").put("conflict", false).put("reason", "");
        doc.putObject("seen").put("n", 1).put("hash", "0".repeat(64));
        var forged = Statement.of(doc, person(numbers.get(1)).key());

        member.post("/declaration", forged.toJson()).statusCode(422).body("code", equalTo("panel/bad-signature"));
        doc.putArray("units");
        var changed = Statement.of(doc, person(numbers.get(0)).key());
        member.post("/declaration", changed.toJson()).statusCode(422).body("code", equalTo("panel/statement-differs"));
        member.declare(true, "曾参与该项目设计").statusCode(200).body("state", equalTo("RECUSED"));
        assertThat(invited(session)).hasSize(5).doesNotContain(numbers.get(0));
    }

    private static Member member(String session, String number) {
        return new Member(person(number), session);
    }

    private static People.Person person(String number) {
        return People.byNumber(number);
    }

    private static List<ObjectNode> results(String session) {
        return TradingCoreInMemory.RESULTS.stream()
                .filter(it -> it.path("session").asText().equals(session))
                .toList();
    }

    private static List<String> types(ObjectNode order) {
        return TradingCoreInMemory.ENTRIES.stream()
                .filter(it -> it.path("tender").equals(order.path("tender")))
                .map(it -> it.path("type").asText())
                .toList();
    }

    private static List<JsonNode> bodies(ObjectNode order, String type) {
        return TradingCoreInMemory.entries(type).stream()
                .filter(it -> it.path("tender").equals(order.path("tender")))
                .map(it -> it.path("body"))
                .toList();
    }

    private static List<String> scores(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(it -> it.path("score").asText())
                .toList();
    }
}
