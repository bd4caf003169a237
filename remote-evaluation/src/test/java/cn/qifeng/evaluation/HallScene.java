package cn.qifeng.evaluation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import cn.qifeng.kit.access.Role;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;

/** A session whose members meet in a hall, with supervisor and notary who watch. */
final class HallScene {

    static final String SUPERVISOR =
            TestTokens.of(People.SUPERVISOR.id(), null, People.SUPERVISOR.certificateId(), Role.SUPERVISOR);

    private final ObjectNode order;
    private final String session;
    private final List<Member> members;

    private HallScene(ObjectNode order, String session, List<Member> members) {
        this.order = order;
        this.session = session;
        this.members = members;
    }

    /** A session whose members accepted; nobody checked in. */
    static HallScene accepted() {
        return accepted("MESH");
    }

    /** The same of this order. */
    static HallScene accepted(ObjectNode order) {
        return accepted("MESH", order);
    }

    private static HallScene accepted(String hall) {
        return accepted(hall, SessionOrders.exampleA1());
    }

    private static HallScene accepted(String hall, ObjectNode order) {
        var session = planned(order, hall);
        Eventually.holds(() -> Sessions.stage(session).equals("CONVENING"));
        var members = Sessions.invited(session).stream()
                .map(number -> new Member(People.byNumber(number), session))
                .toList();
        members.forEach(Member::accept);
        return new HallScene(order, session, members);
    }

    /** A session whose members, of whom the first leads, write their sheets. */
    static HallScene scoring() {
        return scoring("MESH");
    }

    /** The same in a hall of this kind. */
    static HallScene scoring(String hall) {
        return seated(accepted(hall));
    }

    /** The same of this order. */
    static HallScene scoring(ObjectNode order) {
        return seated(accepted("MESH", order));
    }

    private static HallScene seated(HallScene scene) {
        scene.members.forEach(it -> {
            it.checkIn();
            it.declare(false, "").statusCode(200);
        });
        scene.members.forEach(it -> it.voteFor(scene.members.get(0)));
        return scene;
    }

    private static String planned(ObjectNode order, String hall) {
        TradingCoreInMemory.completing = false;
        try {
            var session = Sessions.open(order);
            plan(session, hall).statusCode(200).body("plan.hall", equalTo(hall));
            return session;
        } finally {
            TradingCoreInMemory.completing = true;
        }
    }

    static ValidatableResponse plan(String session, String hall) {
        var plan = Map.of("specialties", List.of(), "regions", List.of("33"), "place", "三号评标室", "hall", hall);
        return given().auth()
                .oauth2(TestTokens.of(Role.CENTRE))
                .contentType(ContentType.JSON)
                .body(plan)
                .put("/api/evaluation/draws/" + session + "/plan")
                .then();
    }

    String session() {
        return session;
    }

    Member member(int place) {
        return members.get(place);
    }

    List<Member> members() {
        return members;
    }

    /** An expert who was not called to this session. */
    People.Person notDrawn() {
        var called = members.stream().map(Member::number).toList();
        return People.ALL_EXPERTS.stream()
                .filter(it -> !called.contains(it.number()))
                .findFirst()
                .orElseThrow();
    }

    /** The notary of the session's set. */
    static String notary() {
        return trustee(1);
    }

    static String trustee(int place) {
        var person = People.TRUSTEES.get(place);
        return TestTokens.of(person.id(), null, person.certificateId(), Role.TRUSTEE);
    }

    ValidatableResponse post(String token, String path, Map<String, ?> body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/evaluation/sessions/" + session + path)
                .then();
    }

    ValidatableResponse get(String token, String path) {
        return given().auth()
                .oauth2(token)
                .get("/api/evaluation/sessions/" + session + path)
                .then();
    }

    String ticket(String token) {
        return post(token, "/hall/tickets", Map.of()).statusCode(200).extract().path("ticket");
    }

    /** Brings somebody into the hall; the first message is passed on. */
    HallLine in(String token) {
        return HallLine.to(session, ticket(token));
    }

    /** Bodies of the entries of this kind. */
    List<JsonNode> entries(String type) {
        return TradingCoreInMemory.entries(type).stream()
                .filter(it -> it.path("tender").equals(order.path("tender")))
                .map(it -> it.path("body"))
                .toList();
    }

    /** Kinds of this session's entries in their order. */
    List<String> types() {
        return TradingCoreInMemory.ENTRIES.stream()
                .filter(it -> it.path("tender").equals(order.path("tender")))
                .map(it -> it.path("type").asText())
                .toList();
    }

    /** What the recorder was told of this session. */
    List<String> recorded() {
        return RecorderInMemory.TOLD.stream()
                .filter(it -> it.startsWith(session))
                .map(it -> it.substring(session.length() + 1))
                .toList();
    }

    static ObjectNode offer(String... tracks) {
        var offer = CanonicalJson.object().put("kind", "offer").put("sdp", "v=0");
        var list = offer.putObject("tracks");
        for (int i = 0; i < tracks.length; i++) {
            list.put(String.valueOf(i), tracks[i]);
        }
        return offer;
    }

    static ObjectNode sending(boolean microphone, boolean camera, boolean screen) {
        var message = CanonicalJson.object().put("kind", "state");
        message.putObject("sending")
                .put("microphone", microphone)
                .put("camera", camera)
                .put("screen", screen);
        return message;
    }
}
