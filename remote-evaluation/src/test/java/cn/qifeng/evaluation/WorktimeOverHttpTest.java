package cn.qifeng.evaluation;

import static cn.qifeng.evaluation.HallScene.SUPERVISOR;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import cn.qifeng.kit.access.Role;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@DisplayName("Evaluation time over HTTP 评标时间")
class WorktimeOverHttpTest {

    private static final String HOST =
            TestTokens.of(People.HOST.id(), null, People.HOST.certificateId(), Role.PROCURING_ENTITY);
    private static final String NOON = "2099-12-02T04:00:00.000Z";
    private static final String EVENING = "2099-12-02T10:00:00.000Z";

    @Test
    void moreThanAThirdOfThePanelGetMoreTimeBeforeTheReviewEnds() throws IOException {
        var scene = HallScene.scoring();
        set(scene, NOON, "").statusCode(200).body("until", equalTo(NOON));
        ask(scene.member(0), "标书共一千二百页").statusCode(200).body("owed", equalTo(false));
        ask(scene.member(0), "再要").statusCode(409).body("code", equalTo("worktime/asked-already"));
        ask(scene.member(1), "需复核施工组织设计")
                .statusCode(200)
                .body("owed", equalTo(true))
                .body("needed", equalTo(2))
                .body("asks", equalTo(true));
        seenByEverybody(scene);
        reviewed(scene);
        conclude(scene).statusCode(409).body("code", equalTo("worktime/extension-owed"));

        set(scene, NOON, "同一时间").statusCode(422).body("code", equalTo("worktime/end-too-early"));
        set(scene, EVENING, " ").statusCode(422).body("code", equalTo("worktime/reason-needed"));
        set(scene, EVENING, "两名成员认为时间不够")
                .statusCode(200)
                .body("owed", equalTo(false))
                .body("open", empty())
                .body("ends.asked", equalTo(List.of(0, 2)));
        conclude(scene).statusCode(200);
        recorded(scene);
        sign(scene);
        told(scene);
    }

    @Test
    void aRequestThatComesWhileTheHostSignsIsNotPassedOver() {
        var scene = HallScene.scoring();
        var doc = toSign(scene.session()).put("until", NOON).put("reason", "");
        ask(scene.member(2), "量大").statusCode(200);

        post(scene.session(), doc).statusCode(422).body("code", equalTo("panel/statement-differs"));
    }

    @Test
    void onlyTheHostSetsAndOnlyMembersAskOnceAtWork() {
        var scene = HallScene.accepted();
        set(scene, NOON, "").statusCode(200);
        scene.member(0).get("/time/requests/to-sign").statusCode(409).body("code", equalTo("panel/wrong-stage"));
        scene.get(SUPERVISOR, "/time").statusCode(200).body("ends", hasSize(1));
        scene.get(SUPERVISOR, "/time/requests/to-sign").statusCode(403);
        given().auth()
                .oauth2(SUPERVISOR)
                .get("/api/evaluation/times/mine")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(HOST)
                .get("/api/evaluation/times/mine")
                .then()
                .statusCode(200)
                .body("find { it.id == '" + scene.session() + "' }.ends", hasSize(1));
    }

    @Test
    void theDocumentGivesThePanelItsHoursFromWhenItIsComplete() {
        var order = SessionOrders.exampleA1();
        ((ObjectNode) order.get("panel")).put("evaluationHours", 8);
        var scene = HallScene.scoring(order);
        var time = scene.get(SUPERVISOR, "/time")
                .statusCode(200)
                .body("hours", equalTo(8))
                .extract()
                .jsonPath();
        var begun = Instant.parse(time.getString("begun"));
        assertThat(Instant.parse(time.getString("until"))).isEqualTo(begun.plus(Duration.ofHours(8)));

        assertThat(toSign(scene.session()).path("hours").asInt()).isEqualTo(8);
        assertThat(toSign(scene.session()).path("begun").asText()).isEqualTo(Moments.format(begun));
        set(scene, Moments.format(begun.plus(Duration.ofHours(7))), "")
                .statusCode(422)
                .body("code", equalTo("worktime/less-than-published"));
        set(scene, NOON, "").statusCode(200).body("until", equalTo(NOON));
        Eventually.holds(() -> !scene.entries("evaluation/opened").isEmpty());
        assertThat(scene.entries("evaluation/opened")
                        .get(0)
                        .path("evaluationHours")
                        .asInt())
                .isEqualTo(8);
    }

    private static void seenByEverybody(HallScene scene) {
        scene.get(scene.member(3).token(), "/time")
                .statusCode(200)
                .body("owed", equalTo(true))
                .body("asks", equalTo(false))
                .body("open.reason", equalTo(List.of("标书共一千二百页", "需复核施工组织设计")))
                .body("open[0].member", nullValue());
        scene.get(SUPERVISOR, "/time").body("open", hasSize(2));
    }

    private static void reviewed(HallScene scene) {
        scene.members().forEach(it -> it.commit(label -> "30.00").statusCode(204));
        scene.members().forEach(it -> it.reveal().statusCode(204));
        for (var member : scene.members()) {
            member.vote(1, true);
        }
    }

    private static ValidatableResponse conclude(HallScene scene) {
        var conclusion = CanonicalJson.object();
        conclusion.putNull("competition");
        return scene.member(0).post("/conclusion", conclusion);
    }

    private static void recorded(HallScene scene) {
        Eventually.holds(() -> scene.entries("evaluation/time-set").size() == 2);
        assertThat(scene.entries("evaluation/more-time-asked"))
                .extracting(it -> it.at("/statement/doc/number").asInt())
                .containsExactly(1, 2);
        var answered = scene.entries("evaluation/time-set").get(1).at("/statement/doc/requests");
        assertThat(answered).hasSize(2);
    }

    private static void sign(HallScene scene) {
        for (var member : scene.members()) {
            Eventually.holds(() -> member.get("/report/to-sign").extract().statusCode() == 200);
            member.sign(
                            "/report/to-sign",
                            "/report/signatures",
                            it -> it.put("opinion", "AGREE").put("reason", ""))
                    .statusCode(200);
        }
    }

    private static void told(HallScene scene) throws IOException {
        Eventually.holds(() -> !scene.entries("evaluation/report").isEmpty());
        var sm3 = scene.entries("evaluation/report").get(0).path("sm3").asText();
        Eventually.holds(() -> TradingCoreInMemory.DOCUMENTS.containsKey(sm3));
        try (var pdf = Loader.loadPDF(TradingCoreInMemory.DOCUMENTS.get(sm3))) {
            var text = new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
            assertThat(text).contains("5人中2人以上", "第1次延长", "2099年12月2日18:00", "两名成员认为时间不够", "需复核施工组织设计");
        }
    }

    private static ValidatableResponse ask(Member member, String reason) {
        return member.sign("/time/requests/to-sign", "/time/requests", it -> it.put("reason", reason));
    }

    private static ValidatableResponse set(HallScene scene, String until, String reason) {
        return post(scene.session(), toSign(scene.session()).put("until", until).put("reason", reason));
    }

    private static ObjectNode toSign(String session) {
        return CanonicalJson.read(given().auth()
                .oauth2(HOST)
                .get("/api/evaluation/times/" + session + "/to-sign")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
    }

    private static ValidatableResponse post(String session, ObjectNode doc) {
        doc.putObject("seen").put("n", 7).put("hash", "0".repeat(64));
        return given().auth()
                .oauth2(HOST)
                .contentType(ContentType.JSON)
                .body(CanonicalJson.encode(Statement.of(doc, People.HOST.key()).toJson()))
                .post("/api/evaluation/times/" + session)
                .then();
    }
}
