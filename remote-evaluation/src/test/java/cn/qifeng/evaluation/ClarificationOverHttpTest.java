package cn.qifeng.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import cn.qifeng.kit.access.Role;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@DisplayName("Clarification over HTTP 澄清")
class ClarificationOverHttpTest {

    private static final People.Person SUPERVISOR = People.of("监督员", "示例监督局", "113307030000000099");
    private static final People.Person BIDDER = People.of("投标人", "示例投标企业1", SessionOrders.uscc(1));
    private static final String BID = "%032x".formatted(1);

    private ObjectNode order;
    private List<Member> members;

    @BeforeEach
    void review() {
        order = SessionOrders.exampleA1();
        members = Sessions.reviewing(order);
    }

    @AfterEach
    void clock() {
        TradingCoreInMemory.ahead = Duration.ZERO;
    }

    @Test
    void goesFromTheQuestionToTheFinding() {
        ask(draft("AMBIGUITY")).statusCode(200).body("state", equalTo("PROPOSED"));
        bidder("/1").statusCode(409).body("code", equalTo("clarification/not-asked"));
        assertThat(duties(SUPERVISOR, null, Role.SUPERVISOR)).isEmpty();
        vote(1, "FOR", "");
        vote(2, "FOR", "").body("state", equalTo("AT_GATE"));
        assertThat(duties(SUPERVISOR, null, Role.SUPERVISOR)).containsExactly("GATE");
        supervisor("").body("[0].question", equalTo("两处工期以哪一处为准？"));

        gate(true, "").statusCode(200).body("state", equalTo("RELEASED"));
        assertThat(duties(BIDDER, SessionOrders.party(1), Role.BIDDER)).containsExactly("ANSWER");
        assertThat(duties(BIDDER, SessionOrders.party(2), Role.BIDDER)).isEmpty();
        bidder("/1").statusCode(200).body("clarification.votes", equalTo(0)).body("clarification.dissents", hasSize(0));
        var file = file("说明.pdf", "%PDF-1.7").statusCode(200).extract();
        assertThat(file.<String>path("sm3")).isEqualTo(Sm3.hex("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)));
        answer(doc -> doc.putArray("files")
                        .addObject()
                        .put("name", "说明.pdf")
                        .put("sm3", file.<String>path("sm3"))
                        .put("bytes", 8))
                .statusCode(200)
                .body("state", equalTo("ANSWERED"));
        members.get(3)
                .get("/clarifications/1/files/" + file.path("sm3"))
                .statusCode(200)
                .body(equalTo("%PDF-1.7"));

        concludeWithDissent();
    }

    private void concludeWithDissent() {
        find(0, "ACCEPTED", "");
        find(1, "NOT_ACCEPTED", "仍不明确");
        find(2, "ACCEPTED", "");
        find(3, "ACCEPTED", "").body("state", equalTo("CONCLUDED")).body("finding", equalTo("ACCEPTED"));
        members.get(4).get("/clarifications").body("[0].dissents", hasItem("仍不明确"));
        assertThat(types())
                .containsSubsequence(
                        "evaluation/clarification-proposed",
                        "evaluation/clarification-vote",
                        "evaluation/clarification-vote",
                        "evaluation/clarification-gate",
                        "evaluation/clarification-answered",
                        "evaluation/clarification-found");
    }

    @Test
    void theGateStopsAQuestionThatLeads() {
        ask(draft("AMBIGUITY"));
        vote(1, "FOR", "");
        gate(true, "").statusCode(409).body("code", equalTo("clarification/wrong-state"));
        vote(2, "FOR", "");
        gate(false, "").statusCode(422).body("code", equalTo("clarification/reason-needed"));
        gate(false, "问题暗示了答案").statusCode(200).body("state", equalTo("STOPPED"));
        members.get(0).get("/clarifications").body("[0].stopReason", equalTo("问题暗示了答案"));
        bidder("/1").statusCode(409).body("code", equalTo("clarification/not-asked"));
    }

    @Test
    @DisplayName("nobody of those supervised opens the gate 当事人不得行使监督放行")
    void nobodyOfThePartiesOpensTheGate() {
        ask(draft("AMBIGUITY"));
        vote(1, "FOR", "");
        vote(2, "FOR", "");
        for (var uscc : List.of(SessionOrders.HOST, SessionOrders.uscc(1))) {
            gate(People.of("当事人", "示例当事人", uscc), true, "")
                    .statusCode(422)
                    .body("code", equalTo("panel/bad-signature"))
                    .body("field", equalTo("sig.uscc"));
        }
        gate(true, "").statusCode(200);
    }

    @Test
    @DisplayName("what nobody asked for, and what comes late, is refused 不接受主动澄清，逾期视为拒绝")
    void takesNothingUnaskedAndNothingLate() {
        answerTo(template(1), doc -> {}).statusCode(409).body("code", equalTo("clarification/not-asked"));
        released("AMBIGUITY");
        var template = template(1);
        TradingCoreInMemory.ahead = Duration.ofMinutes(31);
        answerTo(template, doc -> {})
                .statusCode(409)
                .body("code", equalTo("clarification/too-late"))
                .body("law", equalTo("12号令 §22"));
        Eventually.holds(() -> state().equals("LAPSED"));
        Eventually.holds(() -> types().contains("evaluation/clarification-lapsed"));
        answerTo(template, doc -> {}).statusCode(409).body("code", equalTo("clarification/too-late"));
    }

    @Test
    void onlyTheBidderItselfAnswers() {
        released("AMBIGUITY");
        var doc = own(template(1));
        post("/1/answer", SessionOrders.party(2), BIDDER, doc, BIDDER)
                .statusCode(409)
                .body("code", equalTo("clarification/not-asked"));
        post("/1/answer", UUID.randomUUID(), BIDDER, doc, BIDDER)
                .statusCode(404)
                .body("code", equalTo("clarification/not-found"));
        post("/1/answer", SessionOrders.party(1), BIDDER, doc, SUPERVISOR)
                .statusCode(422)
                .body("code", equalTo("panel/bad-signature"));
        var other = People.of("别人", "示例投标企业2", SessionOrders.uscc(2));
        post("/1/answer", SessionOrders.party(1), other, doc, other)
                .statusCode(422)
                .body("code", equalTo("panel/bad-signature"));
        answer(it -> it.put("text", " ")).statusCode(422).body("code", equalTo("clarification/answer-incomplete"));
        answer(it -> it.putArray("files")
                        .addObject()
                        .put("name", "没有上传.pdf")
                        .put("sm3", "ab".repeat(32))
                        .put("bytes", 1))
                .statusCode(404)
                .body("code", equalTo("clarification/no-such-file"));
        answer(it -> {}).statusCode(200);
    }

    @Test
    void aPriceBelowCostIsRejectedOnlyAfterAnInquiry() {
        var rejection = CanonicalJson.object()
                .put("bidId", BID)
                .put("code", "RJ5")
                .put("reason", "可能低于成本")
                .put("page", "投标函第1页")
                .put("basis", "BELOW_COST");
        members.get(0)
                .post("/rejections", rejection)
                .statusCode(409)
                .body("code", equalTo("scoring/clarification-needed"))
                .body("law", equalTo("发改法规规〔2022〕1117号 三(十三)"))
                .body("field", equalTo("clarification"));
        released("LOW_PRICE");
        members.get(1)
                .post("/conclusion", conclusion())
                .statusCode(409)
                .body("code", equalTo("scoring/clarifications-outstanding"));
        TradingCoreInMemory.ahead = Duration.ofMinutes(31);
        Eventually.holds(() -> state().equals("LAPSED"));
        members.get(0)
                .post("/rejections", rejection.put("clarification", 1))
                .statusCode(200)
                .body("clarification", equalTo(1));
        members.get(0)
                .post("/rejections", rejection.put("basis", "FACT"))
                .statusCode(409)
                .body("code", equalTo("scoring/rejection-stands"));
    }

    @Test
    void aConfirmedCorrectionBindsAndStandsOnRecord() {
        var draft = draft("ARITHMETIC");
        draft.putArray("lines")
                .addObject()
                .put("item", "040101001001")
                .put("quantity", "1250.5")
                .put("unitPrice", "368.40")
                .put("totalFen", 46_500_000);
        ask(draft).statusCode(200).body("correction.correctedFen", equalTo(979_568_420));
        vote(1, "FOR", "");
        vote(2, "FOR", "");
        ask(draft).statusCode(409).body("code", equalTo("clarification/correction-stands"));
        gate(true, "");
        answer(doc -> doc.putNull("confirms")).statusCode(422).body("code", equalTo("clarification/answer-incomplete"));
        answer(doc -> doc.put("confirms", true)).statusCode(200);
        find(0, "ACCEPTED", "");
        find(1, "ACCEPTED", "");
        find(2, "ACCEPTED", "").body("state", equalTo("CONCLUDED"));
        Eventually.holds(() -> types().contains("evaluation/corrected"));
        var corrected = entries("evaluation/corrected").get(0);
        assertThat(corrected.path("sungFen").asLong()).isEqualTo(980_000_000L);
        assertThat(corrected.path("correctedFen").asLong()).isEqualTo(979_568_420L);
    }

    @Test
    void aLowPriceOffersAnInquiryAndRejectsNothing() {
        members.get(0).get("/low-prices").statusCode(200).body("", hasSize(0));
        members.get(0)
                .get("/low-prices?safetyFen=0&taxFen=0&warningPercent=6")
                .statusCode(200)
                .body("bidId", equalTo(List.of(BID)))
                .body("[0].rule", equalTo("WARNING_LINE"))
                .body("[0].limitFen", equalTo(987_000_000));
        members.get(0)
                .get("/low-prices?warningPercent=6")
                .statusCode(422)
                .body("code", equalTo("clarification/bad-amount"));
        members.get(0).get("").body("rejections", hasSize(1));
    }

    private static ObjectNode draft(String kind) {
        return CanonicalJson.object()
                .put("bidId", BID)
                .put("kind", kind)
                .put("place", "投标函第2页")
                .put("question", "两处工期以哪一处为准？")
                .put("minutes", 30);
    }

    private ValidatableResponse ask(ObjectNode draft) {
        var toSign = members.get(0).post("/clarifications/to-sign", draft).extract();
        if (toSign.statusCode() != 200) {
            return toSign.response().then();
        }
        return members.get(0).postSigned("/clarifications", CanonicalJson.read(toSign.asByteArray()));
    }

    private void released(String kind) {
        ask(draft(kind)).statusCode(200);
        vote(1, "FOR", "");
        vote(2, "FOR", "");
        gate(true, "").statusCode(200);
    }

    private ValidatableResponse vote(int member, String vote, String opinion) {
        return members.get(member)
                .sign(
                        "/clarifications/1/vote-to-sign",
                        "/clarifications/1/votes",
                        doc -> doc.put("vote", vote).put("opinion", opinion))
                .statusCode(200);
    }

    private ValidatableResponse find(int member, String finding, String opinion) {
        return members.get(member)
                .sign(
                        "/clarifications/1/finding-to-sign",
                        "/clarifications/1/findings",
                        doc -> doc.put("finding", finding).put("opinion", opinion))
                .statusCode(200);
    }

    private ValidatableResponse supervisor(String path) {
        return given().auth()
                .oauth2(token(SUPERVISOR, null, Role.SUPERVISOR))
                .get(url() + path)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse gate(boolean released, String reason) {
        return gate(SUPERVISOR, released, reason);
    }

    private ValidatableResponse gate(People.Person supervisor, boolean released, String reason) {
        var doc = CanonicalJson.read(supervisor("/1/gate-to-sign").extract().asByteArray());
        doc.put("released", released).put("reason", reason);
        return signed(supervisor, token(supervisor, null, Role.SUPERVISOR), url() + "/1/gate", doc);
    }

    private ValidatableResponse bidder(String path) {
        return given().auth()
                .oauth2(token(BIDDER, SessionOrders.party(1), Role.BIDDER))
                .get(ofBidder(path))
                .then();
    }

    private ValidatableResponse file(String name, String content) {
        return given().auth()
                .oauth2(token(BIDDER, SessionOrders.party(1), Role.BIDDER))
                .contentType("application/octet-stream")
                .header("X-File-Name", URLEncoder.encode(name, StandardCharsets.UTF_8))
                .body(content.getBytes(StandardCharsets.US_ASCII))
                .post(ofBidder("/1/files"))
                .then();
    }

    /** What is to be signed; without a question, what a bidder would make up. */
    private ObjectNode template(int number) {
        var answer = bidder("/" + number + "/to-sign").extract();
        return answer.statusCode() == 200
                ? CanonicalJson.read(answer.asByteArray())
                : CanonicalJson.object()
                        .put("type", "clarification-answer")
                        .put("v", 1)
                        .put("tender", order.path("tender").asText())
                        .put("session", session())
                        .put("number", number)
                        .put("proposal", "00".repeat(32))
                        .put("bidId", BID)
                        .putNull("deadline");
    }

    private static ObjectNode own(ObjectNode doc) {
        doc.putNull("confirms").put("text", "以投标函为准").putArray("files");
        return doc;
    }

    private ValidatableResponse answer(Consumer<ObjectNode> change) {
        return answerTo(template(1), change);
    }

    private ValidatableResponse answerTo(ObjectNode template, Consumer<ObjectNode> change) {
        var doc = own(template);
        change.accept(doc);
        return post("/1/answer", SessionOrders.party(1), BIDDER, doc, BIDDER);
    }

    private ValidatableResponse post(
            String path, UUID party, People.Person caller, ObjectNode doc, People.Person signer) {
        return signed(signer, token(caller, party, Role.BIDDER), ofBidder(path), doc);
    }

    private static ValidatableResponse signed(People.Person signer, String token, String url, ObjectNode doc) {
        doc.set("seen", CanonicalJson.object().put("n", 7).put("hash", "0".repeat(64)));
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(CanonicalJson.encode(Statement.of(doc, signer.key()).toJson()))
                .post(url)
                .then();
    }

    private static List<String> duties(People.Person person, UUID party, String role) {
        return given().auth()
                .oauth2(token(person, party, role))
                .get("/api/evaluation/clarifications/mine")
                .then()
                .statusCode(200)
                .extract()
                .path("duty");
    }

    private static ObjectNode conclusion() {
        var conclusion = CanonicalJson.object();
        conclusion.putNull("competition");
        return conclusion;
    }

    private String state() {
        return members.get(0).get("/clarifications").extract().path("[0].state");
    }

    private List<String> types() {
        return TradingCoreInMemory.ENTRIES.stream()
                .filter(it -> it.path("tender").equals(order.path("tender")))
                .map(it -> it.path("type").asText())
                .toList();
    }

    private List<ObjectNode> entries(String type) {
        return TradingCoreInMemory.entries(type).stream()
                .filter(it -> it.path("tender").equals(order.path("tender")))
                .map(it -> (ObjectNode) it.path("body"))
                .toList();
    }

    private String session() {
        return members.get(0).session();
    }

    private String url() {
        return "/api/evaluation/sessions/" + session() + "/clarifications";
    }

    private String ofBidder(String path) {
        return "/api/evaluation/clarifications/" + session() + path;
    }

    private static String token(People.Person person, UUID party, String role) {
        return TestTokens.of(person.id(), party, person.certificateId(), role);
    }
}
