package cn.qifeng.evaluation;

import static cn.qifeng.evaluation.HallScene.SUPERVISOR;
import static cn.qifeng.evaluation.SeatScene.CENTRE;
import static cn.qifeng.evaluation.SeatScene.DAY_BEFORE;
import static cn.qifeng.evaluation.SeatScene.MORNING;
import static cn.qifeng.evaluation.SeatScene.answer;
import static cn.qifeng.evaluation.SeatScene.book;
import static cn.qifeng.evaluation.SeatScene.legalTime;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import cn.qifeng.evaluation.site.domain.SampleSites;
import cn.qifeng.kit.access.Role;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@DisplayName("R40: an evaluation that a fault made void is done again over HTTP 评审作废与重新评审")
class VoidedOverHttpTest {

    private static final UUID WEST = UUID.randomUUID();

    @Inject
    EntityManager database;

    private String site;
    private String booking;

    @BeforeEach
    void aSubSite() {
        legalTime(DAY_BEFORE);
        TradingCoreInMemory.OPERATORS.put(WEST.toString(), SampleSites.OPERATOR);
        site = SeatScene.add("V", "SUB", SampleSites.OPERATOR, "o.o.o", ".....", "o.o.o");
    }

    @AfterEach
    void machineTime() {
        TradingCoreInMemory.ahead = Duration.ZERO;
    }

    @Test
    void fromTheReviewOnItIsDoneAgainByAnotherPanelUnderOtherLabels() throws IOException {
        var scene = atSeats(HallScene.accepted());
        var first = scene.members();
        reviewed(first, "30.00");
        first.subList(0, 2).forEach(it -> it.vote(1, true));
        question(first.get(0)).statusCode(200).body("number", equalTo(1));

        becomesVoid(scene, 1, MORNING);

        standsOnRecord(scene);
        assertThat(laidAside("void_rejection", scene)).isEqualTo(1);
        assertThat(laidAside("void_result", scene)).isZero();
        first.get(0).get("/rejections/1/to-sign").statusCode(409);
        var second = anotherPanel(scene);
        assertThat(second)
                .noneMatch(
                        it -> first.stream().anyMatch(former -> former.number().equals(it.number())));
        startsFromNothing(second.get(0), 2);
        reviewed(second, "28.00");
        second.get(0)
                .get("")
                .body("rejections", hasSize(1))
                .body("rejections[0].number", equalTo(1))
                .body("rejections[0].decided", equalTo(false));
        question(second.get(0)).statusCode(200).body("number", equalTo(2));
        second.subList(1, 4).forEach(it -> drop(it, 2));

        second.forEach(it -> it.vote(1, true));
        signed(second);
        var report = onlyReport(scene);
        assertThat(scene.entries("evaluation/scored")).hasSize(1);
        tells(report, "第1次评审", "依规处置");
    }

    @Test
    void whatWasSignedOfAReportIsLaidAsideAndAnotherIsSigned() {
        var scene = atSeats(HallScene.accepted());
        var first = scene.members();
        reviewed(first, "30.00");
        first.forEach(it -> it.vote(1, true));
        concluded(first);
        first.subList(0, 2).forEach(VoidedOverHttpTest::sign);

        becomesVoid(scene, 1, MORNING);

        for (String table : List.of("void_result", "void_report", "void_rejection")) {
            assertThat(laidAside(table, scene)).as(table).isEqualTo(1);
        }
        assertThat(laidAside("void_part", scene)).isEqualTo(5);
        assertThat(bodyOf("void_report", scene)).contains(first.get(0).certificateId());
        assertThat(kept("evaluation_report", scene) + kept("evaluation_part", scene))
                .isZero();
        first.get(2).get("/report/to-sign").statusCode(409);

        var second = anotherPanel(scene);
        reviewed(second, "28.00");
        becomesVoid(scene, 2, MORNING);
        var third = anotherPanel(scene);
        startsFromNothing(third.get(0), 3);
        reviewed(third, "29.00");
        third.forEach(it -> it.vote(1, true));
        signed(third);
        onlyReport(scene);
        assertThat(scene.entries("evaluation/voided"))
                .extracting(it ->
                        it.path("fault").asInt() + " " + it.path("version").asInt())
                .containsExactly("1 2", "2 3");
        assertThat(scene.entries("evaluation/scored")).hasSize(2);
        assertThat(scene.entries("evaluation/parts")).hasSize(1);
    }

    @Test
    void blindFilesAreOpenedOnceAndShownToNobodyBeforeItsOwnSheets() {
        var scene = atSeats(HallScene.accepted(SessionOrders.blind()));
        var first = scene.members();
        blindFilesAreReady(first.get(0));
        reviewed(first, "30.00");
        becomesVoid(scene, 1, MORNING);
        var second = anotherPanel(scene);
        startsFromNothing(second.get(0), 2);
        second.get(0).get("/blind").statusCode(200).body("bids", hasSize(0));
        reviewed(second, "28.00");
        second.get(0).get("/blind").statusCode(200).body("bids", hasSize(5));
        question(second.get(0)).statusCode(200);
        Eventually.holds(
                () -> scene.entries("evaluation/clarification-proposed").size() == 1);
        assertThat(scene.entries("evaluation/blind-sealed")).hasSize(1);
        assertThat(scene.entries("evaluation/blind-files")).hasSize(1);
    }

    @Test
    void aVoidReReviewLeavesTheFirstReportAndIsDoneAgainByAnotherPanel() {
        var scene = atSeats(HallScene.accepted());
        reviewed(scene.members(), "30.00");
        scene.members().forEach(it -> it.vote(1, true));
        signed(scene.members());
        var report = onlyReport(scene).path("sm3").asText();
        reviewedOnceMore(scene, report);
        becomesVoid(scene, 1, MORNING);

        var second = anotherPanel(scene);
        var voided = scene.entries("evaluation/voided").get(0);
        assertThat(voided.path("version").asInt()).isEqualTo(3);
        assertThat(voided.path("labelCommit").isNull()).isTrue();
        reviewed(second, "28.00");
        second.forEach(it -> it.vote(1, true));
        second.get(0).get("").body("rejections.carried", equalTo(List.of(true)));
        signed(second);
        Eventually.holds(() -> scene.entries("evaluation/report").size() == 2);
        assertThat(scene.entries("evaluation/report").get(1).at("/rework/voids").asText())
                .isEqualTo(report);
        var scored = scene.entries("evaluation/scored");
        assertThat(scored).hasSize(2);
        assertThat(scored.get(0).path("labelSeed")).isEqualTo(scored.get(1).path("labelSeed"));
        assertThat(laidAside("void_rejection", scene)).isZero();
    }

    private static void blindFilesAreReady(Member member) {
        Eventually.holds(() -> member.read("/blind").path("state").asText().equals("DONE"));
    }

    /** The order of trading-core, once the files of the first report are handed over. */
    private static void reviewedOnceMore(HallScene scene, String report) {
        var order = CanonicalJson.object()
                .put("lot", Sessions.watch(scene.session()).path("lot").asText())
                .put("number", 1)
                .put("report", report)
                .put("ground", "EXTREME_POINTS")
                .put("law", "87号令 §64（四）")
                .put("reason", "异议成立")
                .put("evidence", "异议函第2页")
                .put("decision", "属实");
        order.putArray("places")
                .addObject()
                .put("bidId", "%032x".formatted(1))
                .putArray("items")
                .add("T1");
        Eventually.holds(() -> SeatScene.as(TestTokens.ofService("trading-core"))
                        .body(CanonicalJson.encode(order))
                        .post("/internal/sessions/reworks")
                        .statusCode()
                == 204);
    }

    /** Entries, views and the wall tell that the first attempt is void. */
    private static void standsOnRecord(HallScene scene) {
        Eventually.holds(() -> scene.entries("evaluation/left").size() == 5);
        var types = scene.types();
        assertThat(types.get(types.indexOf("evaluation/fault-decided") + 1)).isEqualTo("evaluation/voided");
        var voided = scene.entries("evaluation/voided").get(0);
        assertThat(voided.path("version").asInt()).isEqualTo(2);
        assertThat(voided.path("labelCommit").asText())
                .hasSize(64)
                .isNotEqualTo(scene.entries("evaluation/opened")
                        .get(0)
                        .path("labelCommit")
                        .asText());
        scene.get(SUPERVISOR, "")
                .body("voided.fault", equalTo(List.of(1)))
                .body("voided.reason", equalTo(List.of("依规处置")));
        Eventually.holds(() -> Sessions.stage(scene.session()).equals("CONVENING"));
        SeatScene.get(SUPERVISOR, "/wall")
                .statusCode(200)
                .body("sessions.find { it.id == '" + scene.session() + "' }.voided", equalTo(1));
    }

    /** Prices are shut before who comes; nothing of the former attempt is there, and no sheet owes a reason. */
    private static void startsFromNothing(Member member, int round) {
        member.get("")
                .body("stage", equalTo("SCORING"))
                .body("round", equalTo(round))
                .body("again", equalTo(false))
                .body("voided", hasSize(round - 1))
                .body("rejections", hasSize(0))
                .body("result", equalTo(null))
                .body("bids.bidId", equalTo(Collections.nCopies(5, null)));
    }

    /** The panel works; its seats were booked once everybody was there, so that nobody is bound to a machine. */
    private HallScene atSeats(HallScene scene) {
        scene.members().forEach(it -> {
            it.checkIn();
            it.declare(false, "").statusCode(200);
        });
        leads(scene, scene.members());
        return scene;
    }

    private void leads(HallScene scene, List<Member> members) {
        legalTime(DAY_BEFORE);
        booking = book(scene.session(), site, 5).statusCode(200).extract().path("id");
        var sub = TestTokens.of(UUID.randomUUID(), WEST, null, Role.SUB_SITE);
        answer(sub, booking, "confirmation", Map.of()).statusCode(200);
        members.forEach(it -> it.voteFor(members.get(0)));
    }

    /** A fault lasts four hours and one minute, and the tenderer decides. */
    private void becomesVoid(HallScene scene, int number, Instant from) {
        legalTime(from);
        scene.post(CENTRE, "/faults", Map.of("site", site, "reason", "断电"))
                .statusCode(200)
                .body("faults[" + (number - 1) + "].phase", equalTo("DURING"));
        legalTime(from.plus(Duration.ofMinutes(241)));
        FaultDecisions.decide(scene.session(), number, "VOID")
                .statusCode(200)
                .body("stopped", equalTo(false))
                .body("faults[" + (number - 1) + "].decided.anew", equalTo(true));
    }

    private List<Member> anotherPanel(HallScene scene) {
        answer(CENTRE, booking, "cancellation", Map.of("reason", "作废重评，另行安排席位")).statusCode(200);
        Eventually.holds(() -> Sessions.stage(scene.session()).equals("CONVENING")
                && Sessions.invited(scene.session()).size() == 5);
        var members = Sessions.invited(scene.session()).stream()
                .map(it -> new Member(People.byNumber(it), scene.session()))
                .toList();
        members.forEach(Member::takeSeat);
        leads(scene, members);
        return members;
    }

    private static void reviewed(List<Member> members, String points) {
        members.forEach(it -> it.commit(label -> points).statusCode(204));
        members.forEach(it -> it.reveal().statusCode(204));
        assertThat(Sessions.stage(members.get(0).session())).isEqualTo("REVIEWING");
    }

    private static void concluded(List<Member> members) {
        var conclusion = CanonicalJson.object();
        conclusion.putNull("competition");
        members.get(0).post("/conclusion", conclusion).statusCode(200);
        Eventually.holds(() -> members.get(0).get("/report/to-sign").extract().statusCode() == 200);
    }

    private static void sign(Member member) {
        member.sign(
                        "/report/to-sign",
                        "/report/signatures",
                        it -> it.put("opinion", "AGREE").put("reason", ""))
                .statusCode(200);
    }

    private static void signed(List<Member> members) {
        concluded(members);
        members.forEach(VoidedOverHttpTest::sign);
        var session = members.get(0).session();
        Eventually.holds(() -> Sessions.stage(session).equals("CONCLUDED"));
    }

    private static ValidatableResponse question(Member member) {
        var draft = CanonicalJson.object()
                .put("bidId", "%032x".formatted(1))
                .put("kind", "AMBIGUITY")
                .put("place", "技术标第3页")
                .put("question", "两处工期以哪一处为准？")
                .put("minutes", 30);
        var toSign = member.post("/clarifications/to-sign", draft).statusCode(200);
        return member.postSigned("/clarifications", (ObjectNode)
                CanonicalJson.read(toSign.extract().asByteArray()));
    }

    private static void drop(Member member, int number) {
        var path = "/clarifications/" + number;
        member.sign(
                        path + "/vote-to-sign",
                        path + "/votes",
                        it -> it.put("vote", "AGAINST").put("opinion", "不必询问"))
                .statusCode(200);
    }

    private static JsonNode onlyReport(HallScene scene) {
        Eventually.holds(() -> scene.entries("evaluation/report").size() == 1);
        return scene.entries("evaluation/report").get(0);
    }

    private static void tells(JsonNode report, String... words) throws IOException {
        var sm3 = report.path("sm3").asText();
        Eventually.holds(() -> TradingCoreInMemory.DOCUMENTS.containsKey(sm3));
        try (var pdf = Loader.loadPDF(TradingCoreInMemory.DOCUMENTS.get(sm3))) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s", "")).contains(words);
        }
    }

    private long laidAside(String table, HallScene scene) {
        return count("select count(*) from " + table + " where fault_no = 1 and session_id = ?1", scene);
    }

    private long kept(String table, HallScene scene) {
        return count("select count(*) from " + table + " where session_id = ?1", scene);
    }

    private long count(String query, HallScene scene) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery(query)
                                .setParameter(1, scene.session())
                                .getSingleResult())
                        .longValue());
    }

    private String bodyOf(String table, HallScene scene) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (String) database.createNativeQuery("select body from " + table + " where session_id = ?1")
                        .setParameter(1, scene.session())
                        .getSingleResult());
    }
}
