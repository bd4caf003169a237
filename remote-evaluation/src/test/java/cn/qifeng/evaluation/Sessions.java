package cn.qifeng.evaluation;

import static io.restassured.RestAssured.given;

import cn.qifeng.kit.access.Role;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;

/** Evaluation sessions as trading-core orders them and as a supervisor sees them. */
final class Sessions {

    private static final String SUPERVISOR = TestTokens.of(Role.SUPERVISOR);

    private Sessions() {}

    /** Opens one; gives its id. */
    static String open(ObjectNode order) {
        return given().auth()
                .oauth2(TestTokens.ofService("trading-core"))
                .contentType(ContentType.JSON)
                .body(CanonicalJson.encode(order))
                .post("/internal/sessions")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    /** A session that its members, of whom the second leads, have taken to the review. */
    static List<Member> reviewing(ObjectNode order) {
        return reviewing(order, "30.00");
    }

    /** The same with these points for every item of judgement. */
    static List<Member> reviewing(ObjectNode order, String points) {
        var session = open(order);
        Eventually.holds(() -> stage(session).equals("CONVENING"));
        var members = invited(session).stream()
                .map(number -> new Member(People.byNumber(number), session))
                .toList();
        members.forEach(Member::takeSeat);
        members.forEach(it -> it.voteFor(members.get(1)));
        members.forEach(it -> it.commit(label -> points).statusCode(204));
        members.forEach(it -> it.reveal().statusCode(204));
        return members;
    }

    static ObjectNode watch(String session) {
        return CanonicalJson.read(given().auth()
                .oauth2(SUPERVISOR)
                .get("/api/evaluation/sessions/" + session)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
    }

    static String stage(String session) {
        return watch(session).path("stage").asText();
    }

    /** Numbers of the experts that were drawn and invited, in order, as the centre sees them when it has to telephone. */
    static List<String> invited(String session) {
        return given().auth()
                .oauth2(TestTokens.of(Role.CENTRE))
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "电话通知"))
                .post("/api/evaluation/draws/" + session + "/names")
                .then()
                .statusCode(200)
                .extract()
                .path("number");
    }
}
