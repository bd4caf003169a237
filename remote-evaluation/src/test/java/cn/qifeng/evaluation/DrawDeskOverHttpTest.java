package cn.qifeng.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import cn.qifeng.evaluation.panel.domain.Call;
import cn.qifeng.evaluation.panel.domain.CallState;
import cn.qifeng.evaluation.panel.domain.Calls;
import cn.qifeng.evaluation.panel.domain.ExpertCode;
import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.kit.access.Role;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@DisplayName("Draw and calls of experts 抽取与呼叫")
class DrawDeskOverHttpTest {

    private static final String CENTRE = TestTokens.of(Role.CENTRE);
    private static final String SUPERVISOR =
            TestTokens.of(People.SUPERVISOR.id(), null, People.SUPERVISOR.certificateId(), Role.SUPERVISOR);
    private static final String HOST =
            TestTokens.of(People.HOST.id(), null, People.HOST.certificateId(), Role.PROCURING_ENTITY);
    private static final List<String> NOWHERE = List.of("110101");

    private static final DateTimeFormatter MOMENT =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    @Inject
    Calls calls;

    @Test
    void drawsFromCodesThatTellNobodyWhoIsInThePool() {
        var order = SessionOrders.exampleA1();
        var session = convening(order);

        Eventually.holds(() -> bodies(order, "evaluation/called").size() == 5);
        var pool = TradingCoreInMemory.draws(order.get("tender")).get(0).path("pool");
        assertThat(pool)
                .isNotEmpty()
                .allSatisfy(code -> assertThat(code.asText()).matches("[0-9a-f]{64}"));
        var step = bodies(order, "evaluation/draw-step").get(0);
        assertThat(step.path("step").asText()).isEqualTo("ASKED");
        assertThat(step.path("regions").get(0).asText()).isEqualTo("3307");
        assertThat(step.path("eligible").asInt()).isEqualTo(pool.size());
        assertThat(step.path("reason").asText()).isNotBlank();
        assertThat(bodies(order, "evaluation/panel")).isEmpty();
        var called = bodies(order, "evaluation/called");
        assertThat(called).hasSize(5);
        var codes = texts(pool);
        assertThat(called)
                .allSatisfy(it -> assertThat(codes).contains(it.path("code").asText()));
        Eventually.holds(() -> invitedAtDesk(session) == 5);
        desk(session, CENTRE).body("calls.state", everyItem(oneOf("INVITED", "SKIPPED")));
    }

    @Test
    void tellsTimeAndPlaceButNeverTheProject() {
        var order = SessionOrders.exampleA1();
        var start = Instant.now().plus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        var session = planned(order, List.of(), List.of("33"), start);
        Eventually.holds(() -> Sessions.stage(session).equals("CONVENING"));
        var member = new Member(People.byNumber(Sessions.invited(session).get(0)), session);

        member.get("/invitation")
                .statusCode(200)
                .body("place", equalTo("三号评标室"))
                .body("startsAt", equalTo(MOMENT.format(start)));
        member.get("").statusCode(200).body("name", nullValue()).body("tender", nullValue());
        Eventually.holds(() -> messages(member).stream().anyMatch(text -> text.contains("三号评标室")));
        assertThat(messages(member)).allSatisfy(text -> assertThat(text).doesNotContain("示例大道", "示例市政", "SG33"));
        Eventually.holds(() -> !bodies(order, "evaluation/notified").isEmpty());
        assertThat(bodies(order, "evaluation/notified").get(0).path("channel").asText())
                .isEqualTo("IN_APP");
    }

    @Test
    void drawsNoEarlierThanTheParameterSaysAndHidesTheProjectInThePlace() {
        var inTwoDays = Instant.now().plus(2, ChronoUnit.DAYS);
        var session = planned(SessionOrders.exampleA1(), List.of(), List.of("33"), inTwoDays);
        Eventually.holds(() -> Sessions.stage(session).equals("DRAWING"));
        plan(session, List.of(), List.of("33"), inTwoDays, "示例大道改造工程项目部")
                .statusCode(422)
                .body("code", equalTo("panel/bad-plan"));
        plan(session, List.of("X9"), List.of(), inTwoDays, "三号评标室")
                .statusCode(422)
                .body("code", equalTo("panel/bad-plan"));
        var other = convening(SessionOrders.exampleA1());

        desk(session, CENTRE).body("steps", hasSize(0)).body("stage", equalTo("DRAWING"));
        plan(other, List.of(), List.of("33"), null, "三号评标室")
                .statusCode(409)
                .body("code", equalTo("panel/drawn-already"));
        plan(session, List.of(), List.of("33"), Instant.now().plus(1, ChronoUnit.HOURS), "三号评标室")
                .statusCode(200);
        Eventually.holds(() -> Sessions.stage(session).equals("CONVENING"));
    }

    @Test
    @DisplayName("R20: whoever declines or does not answer in time is followed by the next in the order of the draw")
    void callsTheNextWhenSomebodyDeclinesOrDoesNotAnswer() {
        var order = SessionOrders.exampleA1();
        var session = convening(order);
        var numbers = Sessions.invited(session);
        new Member(People.byNumber(numbers.get(0)), session)
                .post("/invitation", CanonicalJson.object().put("accept", false).put("reason", "出差"))
                .statusCode(200);
        lapse(session, numbers.get(1));

        Eventually.holds(() -> bodies(order, "evaluation/answered").size() == 2);
        assertThat(bodies(order, "evaluation/answered"))
                .extracting(it -> it.path("answer").asText())
                .containsExactly("DECLINED", "UNANSWERED");
        Eventually.holds(() -> bodies(order, "evaluation/called").size() == 7);
        assertThat(Sessions.invited(session)).hasSize(5).doesNotContain(numbers.get(0), numbers.get(1));
        new Member(People.byNumber(numbers.get(1)), session)
                .post("/invitation", CanonicalJson.object().put("accept", true).put("reason", ""))
                .statusCode(409);
    }

    @Test
    void widensStepByStepUntilThereAreEnough() {
        var order = SessionOrders.exampleA1();
        var session = planned(order, List.of("A0701"), List.of("330109"), null);
        Eventually.holds(() -> Sessions.stage(session).equals("CONVENING"));
        Eventually.holds(() -> bodies(order, "evaluation/draw-step").size() == 4);

        var steps = bodies(order, "evaluation/draw-step");
        assertThat(steps)
                .extracting(it -> it.path("step").asText())
                .containsExactly("ASKED", "SPECIALTY_GROUP", "REGION", "PROVINCE");
        assertThat(steps.subList(0, 3))
                .allSatisfy(it -> assertThat(it.get("draw").isNull()).isTrue());
        assertThat(texts(steps.get(3).path("specialties"))).containsExactly("A07");
        assertThat(texts(steps.get(3).path("regions"))).containsExactly("33");
    }

    @Test
    void choosesDirectlyOnlyWhereNobodyIsLeftAndTheSupervisorApproves() {
        var order = SessionOrders.exampleA1();
        var session = planned(order, List.of(), NOWHERE, null);
        Eventually.holds(() -> desk(session, CENTRE).extract().<Boolean>path("exhausted"));

        given().auth()
                .oauth2(CENTRE)
                .get("/api/evaluation/direct-choices/" + session + "/to-sign")
                .then()
                .statusCode(403);
        choose(session, "E0001", "别的名字").statusCode(422).body("code", equalTo("panel/bad-choice"));
        choose(session, "E0001", "安明澈").statusCode(200).body("asked", equalTo(true));
        assertThat(bodies(order, "evaluation/called")).isEmpty();
        desk(session, CENTRE).body("choice.experts", equalTo(1)).body("choice.statement", nullValue());
        decide(session, false).statusCode(200).body("asked", equalTo(false));
        choose(session, "E0001", "安明澈").statusCode(200);
        decide(session, true).statusCode(200);

        Eventually.holds(() -> bodies(order, "evaluation/called").size() == 1);
        assertThat(bodies(order, "evaluation/direct-choice")).hasSize(2);
        desk(session, CENTRE).body("missing", equalTo(4)).body("calls.state", equalTo(List.of("INVITED")));
        decide(session, true, 409);
        new Member(People.byNumber("E0001"), session).accept();
    }

    @Test
    void sealsNamesUntilCheckInAndRecordsEachLook() {
        var order = SessionOrders.exampleA1();
        var session = convening(order);
        names(session, SUPERVISOR, "履职").statusCode(409).body("code", equalTo("panel/names-sealed"));
        names(session, CENTRE, " ").statusCode(422).body("code", equalTo("panel/reason-needed"));
        var watched = Sessions.watch(session).path("members");
        assertThat(watched)
                .allSatisfy(it -> assertThat(it.path("number").asText()).startsWith("#"));
        var number = Sessions.invited(session).get(0);
        var member = new Member(People.byNumber(number), session);
        member.accept();
        member.checkIn();

        names(session, SUPERVISOR, "核对身份").statusCode(200).body("number", equalTo(List.of(number)));
        Eventually.holds(() -> bodies(order, "evaluation/names-seen").size() == 2);
        assertThat(bodies(order, "evaluation/names-seen"))
                .extracting(it -> it.path("role").asText())
                .containsExactly("centre", "supervisor");
        assertThat(Sessions.watch(session).path("members").get(0).path("number").asText())
                .isEqualTo(number);
        desk(session, SUPERVISOR).body("looks", hasSize(2));
    }

    @Test
    void showsTheSeedOnlyWithTheCompletePanel() {
        var order = SessionOrders.exampleA1();
        var session = convening(order);
        var members = Sessions.invited(session).stream()
                .map(it -> new Member(People.byNumber(it), session))
                .toList();
        members.forEach(Member::takeSeat);
        members.forEach(it -> it.voteFor(members.get(0)));

        Eventually.holds(() -> bodies(order, "evaluation/panel").size() == 1);
        var panel = bodies(order, "evaluation/panel").get(0);
        var called = bodies(order, "evaluation/called").stream()
                .map(it -> it.path("code").asText())
                .toList();
        var id = new SessionId(UUID.fromString(session));
        assertThat(panel.path("members"))
                .allSatisfy(it -> assertThat(called)
                        .contains(ExpertCode.of(
                                id,
                                panel.path("seed").asText(),
                                it.path("expert").asText())));
    }

    @Test
    void tellsOnceMoreWhenTheCentreAsks() {
        var order = SessionOrders.exampleA1();
        var session = convening(order);
        Eventually.holds(() -> bodies(order, "evaluation/notified").size() == 5);
        given().auth()
                .oauth2(CENTRE)
                .contentType(ContentType.JSON)
                .post("/api/evaluation/draws/" + session + "/calls/02/repetition")
                .then()
                .statusCode(200);
        Eventually.holds(() -> bodies(order, "evaluation/notified").size() == 6);
        desk(session, CENTRE).body("calls[1].notices", hasSize(2));
    }

    private static List<String> messages(Member member) {
        return given().auth()
                .oauth2(member.token())
                .get("/api/evaluation/messages/mine")
                .then()
                .statusCode(200)
                .extract()
                .path("text");
    }

    private void lapse(String session, String number) {
        QuarkusTransaction.requiringNew().run(() -> {
            var call = calls.of(new SessionId(UUID.fromString(session)), number).orElseThrow();
            calls.save(new Call(
                    call.id(),
                    call.session(),
                    number,
                    CallState.TOLD,
                    call.calledAt(),
                    Instant.now().minusSeconds(1),
                    call.notices()));
        });
    }

    private static String convening(ObjectNode order) {
        var session = Sessions.open(order);
        Eventually.holds(() -> Sessions.stage(session).equals("CONVENING"));
        return session;
    }

    /** A session whose plan is set before its key set is complete. */
    private static String planned(ObjectNode order, List<String> specialties, List<String> regions, Instant start) {
        TradingCoreInMemory.completing = false;
        try {
            var session = Sessions.open(order);
            plan(session, specialties, regions, start, "三号评标室").statusCode(200);
            return session;
        } finally {
            TradingCoreInMemory.completing = true;
        }
    }

    private static ValidatableResponse plan(
            String session, List<String> specialties, List<String> regions, Instant start, String place) {
        var body = CanonicalJson.object().put("place", place);
        body.put("startsAt", start == null ? null : start.toString());
        specialties.forEach(body.putArray("specialties")::add);
        regions.forEach(body.putArray("regions")::add);
        return given().auth()
                .oauth2(CENTRE)
                .contentType(ContentType.JSON)
                .body(CanonicalJson.encode(body))
                .put("/api/evaluation/draws/" + session + "/plan")
                .then();
    }

    /** What the desk shows of calls: an entry may reach the chain before its call is kept. */
    /** Who was called; somebody drawn whose employer has enough on the panel already was skipped. */
    private static long invitedAtDesk(String session) {
        List<String> states = desk(session, CENTRE).extract().path("calls.state");
        return states.stream().filter("INVITED"::equals).count();
    }

    private static ValidatableResponse desk(String session, String token) {
        return given().auth()
                .oauth2(token)
                .get("/api/evaluation/draws/" + session)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse names(String session, String token, String reason) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", reason))
                .post("/api/evaluation/draws/" + session + "/names")
                .then();
    }

    private static ValidatableResponse choose(String session, String number, String name) {
        var doc = toSign(session, "/to-sign", HOST);
        doc.putArray("experts").addObject().put("number", number).put("name", name);
        return signed(session, "", HOST, People.HOST, doc.put("reason", "专业特殊，库内无人"));
    }

    private static ValidatableResponse decide(String session, boolean approved) {
        var doc = toSign(session, "/decision/to-sign", SUPERVISOR);
        return signed(
                session,
                "/decision",
                SUPERVISOR,
                People.SUPERVISOR,
                doc.put("approved", approved).put("reason", approved ? "属实" : "理由不足"));
    }

    private static void decide(String session, boolean approved, int status) {
        given().auth()
                .oauth2(SUPERVISOR)
                .get("/api/evaluation/direct-choices/" + session + "/decision/to-sign")
                .then()
                .statusCode(status);
    }

    private static ObjectNode toSign(String session, String path, String token) {
        return CanonicalJson.read(given().auth()
                .oauth2(token)
                .get("/api/evaluation/direct-choices/" + session + path)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
    }

    private static ValidatableResponse signed(
            String session, String path, String token, People.Person person, ObjectNode doc) {
        doc.putObject("seen").put("n", 7).put("hash", "0".repeat(64));
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(CanonicalJson.encode(Statement.of(doc, person.key()).toJson()))
                .post("/api/evaluation/direct-choices/" + session + path)
                .then();
    }

    private static List<JsonNode> bodies(ObjectNode order, String type) {
        return TradingCoreInMemory.entries(type).stream()
                .filter(it -> it.path("tender").equals(order.path("tender")))
                .map(it -> it.path("body"))
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(it -> texts.add(it.asText()));
        return texts;
    }
}
