package cn.qifeng.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.kit.access.Role;
import cn.qifeng.testkit.EmbeddedPostgresResource;
import cn.qifeng.testkit.TestTokens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
@QuarkusTestResource(TradingCoreInMemory.class)
@DisplayName("Experts of a provincial library 省级专家库")
class ExpertLibraryOverHttpTest {

    private static final String CENTRE = TestTokens.of(Role.CENTRE);
    private static final int SEATS = 5;

    @AfterEach
    void honest() {
        LibraryInMemory.honest();
    }

    @Test
    void drawsFromTheSignedPoolAndLearnsWhoCameAtCheckInAlone() {
        LibraryInMemory.unwilling = "E0002";
        var order = order();
        var session = Sessions.open(order);
        Eventually.holds(() -> named(session).size() == SEATS);
        assertThat(bodies(order, "evaluation/library-identity")).isEmpty();
        var members = names(session).stream()
                .map(it -> new Member(byName(it.get("name")), session))
                .toList();
        members.forEach(it -> {
            it.checkIn();
            it.declare(false, "").statusCode(200);
        });
        var leader = members.get(0).read("").path("me").path("number").asText();
        members.forEach(it -> it.post(
                        "/leader-votes",
                        cn.qifeng.trust.json.CanonicalJson.object().put("member", leader))
                .statusCode(200));

        Eventually.holds(() -> bodies(order, "evaluation/panel").size() == 1);
        assertThat(types(order)).containsSubsequence("evaluation/library-pool", "evaluation/draw-step");
        assertThat(bodies(order, "evaluation/library-identity")).hasSize(SEATS);
        assertThat(bodies(order, "evaluation/library-answer"))
                .hasSameSizeAs(bodies(order, "evaluation/answered"))
                .hasSizeGreaterThanOrEqualTo(SEATS);
        var pool = bodies(order, "evaluation/library-pool").get(0).at("/statement/doc");
        assertThat(pool.path("experts")).hasSize(LibraryInMemory.EXPERTS);
        assertThat(pool.at("/asked/excluded").toString()).contains(SessionOrders.HOST, SessionOrders.uscc(1));
        assertThat(pool.toString()).doesNotContain("示例", order.path("tender").asText());
        assertThat(bodies(order, "evaluation/panel").get(0).path("members"))
                .allSatisfy(it -> assertThat(it.path("expert").asText()).startsWith("L-"));
        assertThat(desk(session).getString("library.name")).isEqualTo(LibraryInMemory.NAME);
        assertThat(desk(session).getList("library.replies.sort")).contains("POOL", "ANSWER", "IDENTITY");
    }

    @Test
    void callsTheNextInPlaceOfAnExpertWhoIsTiedToAParty() {
        LibraryInMemory.employer = "示例市政建设中心";
        var order = order();
        var session = Sessions.open(order);
        Eventually.holds(() -> named(session).size() == SEATS);

        var left = bodies(order, "evaluation/left");
        assertThat(left).allSatisfy(it -> assertThat(it.path("reason").asText()).contains("示例市政建设中心"));
        assertThat(names(session)).noneSatisfy(it -> assertThat(it.get("name")).isIn("测试专家1", "测试专家11"));
    }

    @Test
    void waitsForASilentLibraryTellsTheCentreAndNeverDrawsFromItsOwnPool() {
        LibraryInMemory.up = false;
        var order = order();
        var session = Sessions.open(order);
        Eventually.holds(() -> "library/silent".equals(desk(session).getString("library.fault")));

        Eventually.holds(() -> faults(order).equals(List.of("library/silent")));
        assertThat(bodies(order, "evaluation/draw-step")).isEmpty();
        LibraryInMemory.up = true;
        Eventually.holds(() -> named(session).size() == SEATS);
        assertThat(desk(session).getString("library.fault")).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void takesNoLie(String expected, BiFunction<String, ObjectNode, ObjectNode> lie) {
        LibraryInMemory.lie = lie;
        LibraryInMemory.signer =
                expected.equals("library/other-library") ? LibraryInMemory.FOREIGN : LibraryInMemory.signer;
        var order = order();
        var session = Sessions.open(order);

        Eventually.holds(() -> faults(order).contains(expected));
        assertThat(desk(session).getInt("library.failures")).isPositive();
    }

    private static Stream<Arguments> lies() {
        return Stream.of(
                lie("library/other-library", "none", it -> it),
                lie("library/bad-reply", "expert-library-pool", it -> it.put("more", 1)),
                lie("library/other-request", "expert-library-pool", it -> {
                    ((ObjectNode) it.path("asked")).put("needed", 1);
                    return it;
                }),
                lie("library/code-twice", "expert-library-pool", it -> {
                    var experts = (ArrayNode) it.path("experts");
                    experts.add(experts.get(experts.size() - 1).deepCopy());
                    return it;
                }),
                lie("library/not-called", "expert-library-answer", it -> it.put("code", "L-00000000000000")),
                lie("library/wrong-time", "expert-library-answer", it -> it.put("answer", "NO_ANSWER")),
                lie("library/identity-differs", "expert-library-identity", it -> {
                    ((ObjectNode) it.path("identity")).put("employer", "别处");
                    return it;
                }));
    }

    private static Arguments lie(String expected, String type, java.util.function.UnaryOperator<ObjectNode> change) {
        BiFunction<String, ObjectNode, ObjectNode> lie = (seen, doc) -> seen.equals(type) ? change.apply(doc) : doc;
        return Arguments.of(expected, lie);
    }

    private static List<String> faults(ObjectNode order) {
        return bodies(order, "evaluation/library-fault").stream()
                .map(it -> it.path("fault").asText())
                .toList();
    }

    private static ObjectNode order() {
        var order = SessionOrders.exampleA1();
        ((ObjectNode) order.path("panel"))
                .putObject("library")
                .put("name", LibraryInMemory.NAME)
                .put("uscc", LibraryInMemory.USCC);
        return order;
    }

    /** Places whose expert is known and called or there. */
    private static List<Map<String, Object>> named(String session) {
        return desk(session).<Map<String, Object>>getList("calls").stream()
                .filter(it -> it.get("known").equals(true) && it.get("state").equals("ACCEPTED"))
                .toList();
    }

    private static JsonPath desk(String session) {
        return given().auth()
                .oauth2(CENTRE)
                .get("/api/evaluation/draws/" + session)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<Map<String, String>> names(String session) {
        return given().auth()
                .oauth2(CENTRE)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "核对"))
                .post("/api/evaluation/draws/" + UUID.fromString(session) + "/names")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("");
    }

    private static People.Person byName(String name) {
        return People.ALL_EXPERTS.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> types(ObjectNode order) {
        var types = new ArrayList<String>();
        TradingCoreInMemory.ENTRIES.stream()
                .filter(it -> it.path("tender").equals(order.path("tender")))
                .forEach(it -> types.add(it.path("type").asText()));
        return types;
    }

    private static List<JsonNode> bodies(ObjectNode order, String type) {
        return TradingCoreInMemory.entries(type).stream()
                .filter(it -> it.path("tender").equals(order.path("tender")))
                .map(it -> it.path("body"))
                .toList();
    }
}
