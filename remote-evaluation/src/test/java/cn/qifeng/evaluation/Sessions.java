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

    /** What a leader concludes where enough bids are left. */
    static ObjectNode noCompetition() {
        var conclusion = CanonicalJson.object();
        conclusion.putNull("competition");
        return conclusion;
    }

    /** The leader concludes the review, and all sign its report. */
    static void conclude(List<Member> members) {
        members.stream()
                .filter(it -> it.read("").at("/panel/leader").asText().equals(it.number()))
                .forEach(it -> it.post("/conclusion", noCompetition()).statusCode(200));
        Eventually.holds(() -> members.get(0).get("/report/to-sign").extract().statusCode() == 200);
        members.forEach(it -> it.sign(
                        "/report/to-sign",
                        "/report/signatures",
                        word -> word.put("opinion", "AGREE").put("reason", ""))
                .statusCode(200));
    }

    /** A supervisor replaces a member. */
    static void replace(Member member) {
        given().auth()
                .oauth2(SUPERVISOR)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "擅离职守"))
                .post("/api/evaluation/sessions/" + member.session() + "/members/" + member.number() + "/replacement")
                .then()
                .statusCode(200);
    }

    /** Who was called in the place of a member who left. */
    static Member successor(String session, List<Member> former) {
        return invited(session).stream()
                .filter(it -> former.stream().noneMatch(old -> old.number().equals(it)))
                .map(it -> new Member(People.byNumber(it), session))
                .findFirst()
                .orElseThrow();
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
