package cn.qifeng.evaluation;

import static cn.qifeng.evaluation.ClarificationScene.BID;
import static cn.qifeng.evaluation.ClarificationScene.BIDDER;
import static cn.qifeng.evaluation.ClarificationScene.SUPERVISOR;
import static cn.qifeng.evaluation.ClarificationScene.draft;
import static cn.qifeng.evaluation.ClarificationScene.duties;
import static cn.qifeng.evaluation.ClarificationScene.own;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import cn.qifeng.kit.access.Role;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@DisplayName("Clarification over HTTP 澄清")
class ClarificationOverHttpTest {

    private ClarificationScene scene;
    private List<Member> members;

    @BeforeEach
    void review() {
        scene = ClarificationScene.reviewing();
        members = scene.members();
    }

    @AfterEach
    void clock() {
        TradingCoreInMemory.ahead = Duration.ZERO;
    }

    @Test
    void goesFromTheQuestionToTheFinding() {
        scene.ask(draft("AMBIGUITY")).statusCode(200).body("state", equalTo("PROPOSED"));
        scene.bidder("/1").statusCode(409).body("code", equalTo("clarification/not-asked"));
        assertThat(duties(SUPERVISOR, null, Role.SUPERVISOR)).isEmpty();
        scene.vote(1, "FOR", "");
        scene.vote(2, "FOR", "").body("state", equalTo("AT_GATE"));
        assertThat(duties(SUPERVISOR, null, Role.SUPERVISOR)).containsExactly("GATE");
        scene.supervisor("").body("[0].question", equalTo("两处工期以哪一处为准？"));

        scene.gate(true, "").statusCode(200).body("state", equalTo("RELEASED"));
        assertThat(duties(BIDDER, SessionOrders.party(1), Role.BIDDER)).containsExactly("ANSWER");
        assertThat(duties(BIDDER, SessionOrders.party(2), Role.BIDDER)).isEmpty();
        scene.bidder("/1")
                .statusCode(200)
                .body("clarification.votes", equalTo(0))
                .body("clarification.dissents", hasSize(0));
        var file = scene.file("说明.pdf", "%PDF-1.7").statusCode(200).extract();
        assertThat(file.<String>path("sm3")).isEqualTo(Sm3.hex("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)));
        scene.answer(doc -> doc.putArray("files")
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
        scene.find(0, "ACCEPTED", "");
        scene.find(1, "NOT_ACCEPTED", "仍不明确");
        scene.find(2, "ACCEPTED", "");
        scene.find(3, "ACCEPTED", "").body("state", equalTo("CONCLUDED")).body("finding", equalTo("ACCEPTED"));
        members.get(4).get("/clarifications").body("[0].dissents", hasItem("仍不明确"));
        assertThat(scene.types())
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
        scene.ask(draft("AMBIGUITY"));
        scene.vote(1, "FOR", "");
        scene.gate(true, "").statusCode(409).body("code", equalTo("clarification/wrong-state"));
        scene.vote(2, "FOR", "");
        scene.gate(false, "").statusCode(422).body("code", equalTo("clarification/reason-needed"));
        scene.gate(false, "问题暗示了答案").statusCode(200).body("state", equalTo("STOPPED"));
        members.get(0).get("/clarifications").body("[0].stopReason", equalTo("问题暗示了答案"));
        scene.bidder("/1").statusCode(409).body("code", equalTo("clarification/not-asked"));
    }

    @Test
    @DisplayName("nobody of those supervised opens the gate 当事人不得行使监督放行")
    void nobodyOfThePartiesOpensTheGate() {
        scene.ask(draft("AMBIGUITY"));
        scene.vote(1, "FOR", "");
        scene.vote(2, "FOR", "");
        for (var uscc : List.of(SessionOrders.HOST, SessionOrders.uscc(1))) {
            scene.gate(People.of("当事人", "示例当事人", uscc), true, "")
                    .statusCode(422)
                    .body("code", equalTo("panel/bad-signature"))
                    .body("field", equalTo("sig.uscc"));
        }
        scene.gate(true, "").statusCode(200);
    }

    @Test
    @DisplayName("what nobody asked for, and what comes late, is refused 不接受主动澄清，逾期视为拒绝")
    void takesNothingUnaskedAndNothingLate() {
        scene.answerTo(scene.template(1), doc -> {}).statusCode(409).body("code", equalTo("clarification/not-asked"));
        scene.released("AMBIGUITY");
        var template = scene.template(1);
        TradingCoreInMemory.ahead = Duration.ofMinutes(31);
        scene.answerTo(template, doc -> {})
                .statusCode(409)
                .body("code", equalTo("clarification/too-late"))
                .body("law", equalTo("12号令 §22"));
        Eventually.holds(() -> scene.state().equals("LAPSED"));
        Eventually.holds(() -> scene.types().contains("evaluation/clarification-lapsed"));
        scene.answerTo(template, doc -> {}).statusCode(409).body("code", equalTo("clarification/too-late"));
    }

    @Test
    void onlyTheBidderItselfAnswers() {
        scene.released("AMBIGUITY");
        var doc = own(scene.template(1));
        scene.post("/1/answer", SessionOrders.party(2), BIDDER, doc, BIDDER)
                .statusCode(409)
                .body("code", equalTo("clarification/not-asked"));
        scene.post("/1/answer", UUID.randomUUID(), BIDDER, doc, BIDDER)
                .statusCode(404)
                .body("code", equalTo("clarification/not-found"));
        scene.post("/1/answer", SessionOrders.party(1), BIDDER, doc, SUPERVISOR)
                .statusCode(422)
                .body("code", equalTo("panel/bad-signature"));
        var other = People.of("别人", "示例投标企业2", SessionOrders.uscc(2));
        scene.post("/1/answer", SessionOrders.party(1), other, doc, other)
                .statusCode(422)
                .body("code", equalTo("panel/bad-signature"));
        scene.answer(it -> it.put("text", " "))
                .statusCode(422)
                .body("code", equalTo("clarification/answer-incomplete"));
        scene.answer(it -> it.putArray("files")
                        .addObject()
                        .put("name", "没有上传.pdf")
                        .put("sm3", "ab".repeat(32))
                        .put("bytes", 1))
                .statusCode(404)
                .body("code", equalTo("clarification/no-such-file"));
        scene.answer(it -> {}).statusCode(200);
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
        scene.released("LOW_PRICE");
        members.get(1)
                .post("/conclusion", Sessions.noCompetition())
                .statusCode(409)
                .body("code", equalTo("scoring/clarifications-outstanding"));
        TradingCoreInMemory.ahead = Duration.ofMinutes(31);
        Eventually.holds(() -> scene.state().equals("LAPSED"));
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
        scene.ask(draft).statusCode(200).body("correction.correctedFen", equalTo(979_568_420));
        scene.vote(1, "FOR", "");
        scene.vote(2, "FOR", "");
        scene.ask(draft).statusCode(409).body("code", equalTo("clarification/correction-stands"));
        scene.gate(true, "");
        scene.answer(doc -> doc.putNull("confirms"))
                .statusCode(422)
                .body("code", equalTo("clarification/answer-incomplete"));
        scene.answer(doc -> doc.put("confirms", true)).statusCode(200);
        scene.find(0, "ACCEPTED", "");
        scene.find(1, "ACCEPTED", "");
        scene.find(2, "ACCEPTED", "").body("state", equalTo("CONCLUDED"));
        Eventually.holds(() -> scene.types().contains("evaluation/corrected"));
        var corrected = scene.entries("evaluation/corrected").get(0);
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
}
