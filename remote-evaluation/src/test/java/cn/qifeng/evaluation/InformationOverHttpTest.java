package cn.qifeng.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.qifeng.kit.access.Role;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@DisplayName("Information for the panel over HTTP 信息征询")
class InformationOverHttpTest {

    private static final People.Person SUPERVISOR = People.of("监督员", "示例监督局", "113307030000000099");
    private static final People.Person HOST = People.of("招标人经办", "示例市政建设中心", SessionOrders.HOST);
    private static final String SUPERVISES =
            TestTokens.of(SUPERVISOR.id(), null, SUPERVISOR.certificateId(), Role.SUPERVISOR);
    private static final String HOSTS =
            TestTokens.of(People.HOST.id(), null, HOST.certificateId(), Role.PROCURING_ENTITY);
    private static final String QUESTION = "暂列金额是否计入评标总价？";

    private HallScene scene;

    @BeforeEach
    void sit() {
        scene = HallScene.scoring();
    }

    @AfterEach
    void clock() {
        TradingCoreInMemory.ahead = Duration.ZERO;
    }

    @Test
    @DisplayName("question and answer pass the gate, and then all members see them 问题与答复双向放行后全体可见")
    void passesTheGateInBothDirectionsAndReachesAllAlike() {
        ask(0, QUESTION).statusCode(200).body("state", equalTo("AT_GATE")).body("mine", equalTo(true));
        list(1).body("", hasSize(0));
        host("").statusCode(404).body("code", equalTo("information/not-found"));
        answer("计入。").statusCode(404);
        assertThat(duties(SUPERVISES)).containsExactly("GATE");
        supervisor().body("[0].label", equalTo("M01"));

        gate(true, "").statusCode(200).body("state", equalTo("RELEASED"));
        assertThat(duties(HOSTS)).containsExactly("ANSWER");
        host("").statusCode(200).body("information.question", equalTo(QUESTION)).body("information.label", nullValue());
        answer("计入，见第3.2款。").statusCode(200).body("state", equalTo("ANSWERED"));
        for (int member : new int[] {0, 4}) {
            list(member).body("[0].question", equalTo(QUESTION)).body("[0].answer", nullValue());
        }
        assertThat(duties(SUPERVISES)).containsExactly("PASS");

        pass(true, "").statusCode(200).body("state", equalTo("DELIVERED"));
        for (int member : new int[] {0, 4}) {
            list(member).body("[0].answer", equalTo("计入，见第3.2款。")).body("[0].label", equalTo("M01"));
        }
        recorded();
    }

    private void recorded() {
        var asked = scene.entries("evaluation/information-asked").get(0);
        assertThat(asked.at("/statement/doc/minutes").asInt()).isEqualTo(30);
        assertThat(scene.entries("evaluation/information-answered")).hasSize(1);
        var passage = scene.entries("evaluation/information-passage").get(0);
        assertThat(passage.path("deliveredAt").isTextual()).isTrue();
    }

    @Test
    @DisplayName("an answer with a preference is withheld from the panel 含有倾向的答复不予送达")
    void withheldWordsReachNobodyOnThePanel() {
        released();
        answer("建议优先考虑本地企业。").statusCode(200);
        pass(false, " ").statusCode(422).body("code", equalTo("information/reason-needed"));
        pass(false, "暗示倾向").statusCode(200).body("state", equalTo("WITHHELD"));
        list(2).body("[0].state", equalTo("WITHHELD"))
                .body("[0].answer", nullValue())
                .body("[0].withheldFor", nullValue());
        host("").body("information.withheldFor", equalTo("暗示倾向"));
        var passage = scene.entries("evaluation/information-passage").get(0);
        assertThat(passage.path("deliveredAt").isNull()).isTrue();
        assertThat(scene.entries("evaluation/information-answered")
                        .get(0)
                        .at("/statement/doc/text")
                        .asText())
                .contains("本地企业");
    }

    @Test
    @DisplayName("the words name nobody 问题与送达的答复不点名")
    void namesNobody() {
        ask(0, "示例投标 企业1的工期如何理解？")
                .statusCode(422)
                .body("code", equalTo("information/names-somebody"))
                .body("law", equalTo("实施条例 §48"));
        ask(0, "统一代码" + SessionOrders.uscc(2)).statusCode(422);
        ask(0, People.byNumber(scene.member(0).number()).name() + "想知道").statusCode(422);
        released();
        answer("示例投标企业1 的做法是对的。").statusCode(200);
        supervisor().body("[0].names", equalTo(true));
        pass(true, "").statusCode(422).body("code", equalTo("information/names-somebody"));
        pass(false, "点名投标人").statusCode(200);
    }

    @Test
    void theGateStopsAQuestionWithAReasonThatOnlyItsAuthorReads() {
        ask(0, "能否再宽一点？").statusCode(200);
        gate(false, "").statusCode(422).body("code", equalTo("information/reason-needed"));
        gate(false, "带有倾向").statusCode(200).body("state", equalTo("STOPPED"));
        list(0).body("[0].stopReason", equalTo("带有倾向"));
        list(1).body("", hasSize(0));
        host("").statusCode(404);
        answer("可以。").statusCode(404);
    }

    @Test
    @DisplayName("while frozen only an answer passes 封控期间只收在时限内的答复")
    void frozenOnlyTheAnswerPasses() {
        released();
        ask(1, "第二问").statusCode(200);
        scene.post(SUPERVISES, "/freeze", Map.of("reason", "核查")).statusCode(200);
        ask(2, "第三问").statusCode(409).body("code", equalTo("hall/frozen"));
        decide(2, "gate", "released", true, "").statusCode(409).body("code", equalTo("hall/frozen"));
        answer("计入。").statusCode(200);
        pass(true, "").statusCode(409).body("code", equalTo("hall/frozen"));
        list(0).body("[0].answer", nullValue());
        scene.post(SUPERVISES, "/unfreeze", Map.of("reason", "已查明")).statusCode(200);
        pass(true, "").statusCode(200);
    }

    @Test
    void lapsesWithoutAnAnswerInTime() {
        released();
        var template = toSign();
        TradingCoreInMemory.ahead = Duration.ofMinutes(31);
        send(template.put("text", "迟到"), HOST, HOSTS).statusCode(409).body("code", equalTo("information/too-late"));
        Eventually.holds(() -> list(0).extract().<String>path("[0].state").equals("LAPSED"));
        Eventually.holds(() -> scene.entries("evaluation/information-lapsed").size() == 1);
    }

    @Test
    @DisplayName("only the procuring entity answers, and nobody of it who sits on the panel 只有招标人答复")
    void onlyTheHostAnswers() {
        released();
        var doc = toSign().put("text", "计入。");
        send(doc, SUPERVISOR, HOSTS).statusCode(422).body("code", equalTo("panel/bad-signature"));
        var stranger = scene.notDrawn();
        var foreign = TestTokens.of(stranger.id(), null, HOST.certificateId(), Role.AGENCY);
        send(doc, HOST, foreign).statusCode(404).body("code", equalTo("panel/not-found"));
        send(doc, HOST, HOSTS).statusCode(200);
        decide(1, "passage", "delivered", true, "", HOST).statusCode(422).body("code", equalTo("panel/bad-signature"));
    }

    @Test
    @DisplayName("who sits on the panel neither reads nor answers for the procuring entity 评委不得代招标人答复")
    void whoSitsOnThePanelDoesNotAnswerIt() {
        released();
        var seated = People.byNumber(scene.member(0).number());
        TradingCoreInMemory.HOSTS.add(seated.id().toString());
        var token = TestTokens.of(seated.id(), null, seated.certificateId(), Role.PROCURING_ENTITY);
        var doc = toSign().put("text", "计入。");
        send(doc, seated, token).statusCode(403).body("code", equalTo("information/on-the-panel"));
        given().auth()
                .oauth2(token)
                .get(ofHost(""))
                .then()
                .statusCode(403)
                .body("code", equalTo("information/on-the-panel"));
        assertThat(duties(token)).isEmpty();
    }

    @Test
    @DisplayName("the review does not end before its questions do 征询未了结不能结束评审")
    void theReviewWaitsForTheAnswer() {
        released();
        scene.members().forEach(it -> it.commit(label -> "30.00").statusCode(204));
        scene.members().forEach(it -> it.reveal().statusCode(204));
        for (var member : scene.members()) {
            member.sign(
                            "/rejections/1/to-sign",
                            "/rejections/1/votes",
                            it -> it.put("vote", "FOR").put("opinion", ""))
                    .statusCode(200);
        }
        var conclusion = CanonicalJson.object();
        conclusion.putNull("competition");
        scene.member(0)
                .post("/conclusion", conclusion)
                .statusCode(409)
                .body("code", equalTo("information/outstanding"));
        answer("计入。").statusCode(200);
        pass(true, "").statusCode(200);
        scene.member(0).post("/conclusion", conclusion).statusCode(200);
        ask(3, "晚了").statusCode(409).body("code", equalTo("panel/wrong-stage"));
    }

    private ValidatableResponse ask(int member, String question) {
        var draft = CanonicalJson.object().put("place", "第二章").put("question", question);
        var toSign = scene.member(member).post("/information/to-sign", draft).extract();
        return toSign.statusCode() == 200
                ? scene.member(member).postSigned("/information", CanonicalJson.read(toSign.asByteArray()))
                : toSign.response().then();
    }

    private void released() {
        ask(0, QUESTION).statusCode(200);
        gate(true, "").statusCode(200);
    }

    private ValidatableResponse list(int member) {
        return scene.member(member).get("/information").statusCode(200);
    }

    private ValidatableResponse supervisor() {
        return scene.get(SUPERVISES, "/information").statusCode(200);
    }

    private ValidatableResponse gate(boolean released, String reason) {
        return decide(1, "gate", "released", released, reason);
    }

    private ValidatableResponse pass(boolean delivered, String reason) {
        return decide(1, "passage", "delivered", delivered, reason);
    }

    private ValidatableResponse decide(int number, String step, String verdict, boolean passes, String reason) {
        return decide(number, step, verdict, passes, reason, SUPERVISOR);
    }

    private ValidatableResponse decide(
            int number, String step, String verdict, boolean passes, String reason, People.Person signer) {
        var path = "/information/" + number + "/" + step;
        var doc = CanonicalJson.read(scene.get(SUPERVISES, path + "-to-sign")
                .statusCode(200)
                .extract()
                .asByteArray());
        doc.put(verdict, passes).put("reason", reason);
        var token = TestTokens.of(SUPERVISOR.id(), null, signer.certificateId(), Role.SUPERVISOR);
        return signed(doc, signer, token, "/api/evaluation/sessions/" + scene.session() + path);
    }

    private ValidatableResponse host(String path) {
        return given().auth().oauth2(HOSTS).get(ofHost(path)).then();
    }

    private ObjectNode toSign() {
        return CanonicalJson.read(host("/to-sign").statusCode(200).extract().asByteArray());
    }

    /** The host answers; what was not released it can only make up. */
    private ValidatableResponse answer(String text) {
        var asked = host("/to-sign").extract();
        return asked.statusCode() == 200
                ? send(CanonicalJson.read(asked.asByteArray()).put("text", text), HOST, HOSTS)
                : send(CanonicalJson.object().put("type", "information-answer").put("text", text), HOST, HOSTS);
    }

    private ValidatableResponse send(ObjectNode doc, People.Person signer, String token) {
        return signed(doc, signer, token, ofHost("/answer"));
    }

    private String ofHost(String path) {
        return "/api/evaluation/information/" + scene.session() + "/1" + path;
    }

    private static ValidatableResponse signed(ObjectNode doc, People.Person signer, String token, String url) {
        doc.set("seen", CanonicalJson.object().put("n", 7).put("hash", "0".repeat(64)));
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(CanonicalJson.encode(Statement.of(doc, signer.key()).toJson()))
                .post(url)
                .then();
    }

    private List<String> duties(String token) {
        return given().auth()
                .oauth2(token)
                .get("/api/evaluation/information/mine")
                .then()
                .statusCode(200)
                .extract()
                .path("findAll { it.session == '" + scene.session() + "' }.duty");
    }
}
