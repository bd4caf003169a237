package cn.qifeng.evaluation;

import static io.restassured.RestAssured.given;

import cn.qifeng.kit.access.Role;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** A panel that reviews, and what it, the supervisor and a bidder do about a question to that bidder. */
final class ClarificationScene {

    static final People.Person SUPERVISOR = People.of("监督员", "示例监督局", "113307030000000099");
    static final People.Person BIDDER = People.of("投标人", "示例投标企业1", SessionOrders.uscc(1));
    static final String BID = "%032x".formatted(1);

    private final ObjectNode order;
    private final List<Member> members;

    private ClarificationScene(ObjectNode order, List<Member> members) {
        this.order = order;
        this.members = members;
    }

    static ClarificationScene reviewing() {
        var order = SessionOrders.exampleA1();
        return new ClarificationScene(order, Sessions.reviewing(order));
    }

    List<Member> members() {
        return members;
    }

    static ObjectNode draft(String kind) {
        return CanonicalJson.object()
                .put("bidId", BID)
                .put("kind", kind)
                .put("place", "投标函第2页")
                .put("question", "两处工期以哪一处为准？")
                .put("minutes", 30);
    }

    ValidatableResponse ask(ObjectNode draft) {
        var toSign = members.get(0).post("/clarifications/to-sign", draft).extract();
        if (toSign.statusCode() != 200) {
            return toSign.response().then();
        }
        return members.get(0).postSigned("/clarifications", CanonicalJson.read(toSign.asByteArray()));
    }

    void released(String kind) {
        ask(draft(kind)).statusCode(200);
        vote(1, "FOR", "");
        vote(2, "FOR", "");
        gate(true, "").statusCode(200);
    }

    ValidatableResponse vote(int member, String vote, String opinion) {
        return members.get(member)
                .sign(
                        "/clarifications/1/vote-to-sign",
                        "/clarifications/1/votes",
                        doc -> doc.put("vote", vote).put("opinion", opinion))
                .statusCode(200);
    }

    ValidatableResponse find(int member, String finding, String opinion) {
        return members.get(member)
                .sign(
                        "/clarifications/1/finding-to-sign",
                        "/clarifications/1/findings",
                        doc -> doc.put("finding", finding).put("opinion", opinion))
                .statusCode(200);
    }

    ValidatableResponse supervisor(String path) {
        return given().auth()
                .oauth2(token(SUPERVISOR, null, Role.SUPERVISOR))
                .get(url() + path)
                .then()
                .statusCode(200);
    }

    ValidatableResponse gate(boolean released, String reason) {
        return gate(SUPERVISOR, released, reason);
    }

    ValidatableResponse gate(People.Person supervisor, boolean released, String reason) {
        var doc = CanonicalJson.read(supervisor("/1/gate-to-sign").extract().asByteArray());
        doc.put("released", released).put("reason", reason);
        return signed(supervisor, token(supervisor, null, Role.SUPERVISOR), url() + "/1/gate", doc);
    }

    ValidatableResponse bidder(String path) {
        return given().auth()
                .oauth2(token(BIDDER, SessionOrders.party(1), Role.BIDDER))
                .get(ofBidder(path))
                .then();
    }

    ValidatableResponse file(String name, String content) {
        return given().auth()
                .oauth2(token(BIDDER, SessionOrders.party(1), Role.BIDDER))
                .contentType("application/octet-stream")
                .header("X-File-Name", URLEncoder.encode(name, StandardCharsets.UTF_8))
                .body(content.getBytes(StandardCharsets.US_ASCII))
                .post(ofBidder("/1/files"))
                .then();
    }

    /** What is to be signed; without a question, what a bidder would make up. */
    ObjectNode template(int number) {
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

    static ObjectNode own(ObjectNode doc) {
        doc.putNull("confirms").put("text", "以投标函为准").putArray("files");
        return doc;
    }

    ValidatableResponse answer(Consumer<ObjectNode> change) {
        return answerTo(template(1), change);
    }

    ValidatableResponse answerTo(ObjectNode template, Consumer<ObjectNode> change) {
        var doc = own(template);
        change.accept(doc);
        return post("/1/answer", SessionOrders.party(1), BIDDER, doc, BIDDER);
    }

    ValidatableResponse post(String path, UUID party, People.Person caller, ObjectNode doc, People.Person signer) {
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

    static List<String> duties(People.Person person, UUID party, String role) {
        return given().auth()
                .oauth2(token(person, party, role))
                .get("/api/evaluation/clarifications/mine")
                .then()
                .statusCode(200)
                .extract()
                .path("duty");
    }

    String state() {
        return members.get(0).get("/clarifications").extract().path("[0].state");
    }

    List<String> types() {
        return TradingCoreInMemory.ENTRIES.stream()
                .filter(it -> it.path("tender").equals(order.path("tender")))
                .map(it -> it.path("type").asText())
                .toList();
    }

    List<ObjectNode> entries(String type) {
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
