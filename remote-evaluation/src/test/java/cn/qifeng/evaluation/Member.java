package cn.qifeng.evaluation;

import static io.restassured.RestAssured.given;

import cn.qifeng.evaluation.panel.domain.SessionId;
import cn.qifeng.evaluation.terminal.domain.SeatProof;
import cn.qifeng.kit.access.Role;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.note.NoteSealer;
import cn.qifeng.trust.score.Commitments;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A panel member with its client: logs in, reads, seals, signs. */
final class Member {

    private final People.Person person;
    private final String session;
    private ObjectNode sheet;
    private String nonce;
    private SeatDevice device;
    private final Map<String, String> labels = new HashMap<>();

    Member(People.Person person, String session) {
        this.person = person;
        this.session = session;
    }

    String number() {
        return person.number();
    }

    String session() {
        return session;
    }

    String certificateId() {
        return person.certificateId();
    }

    ValidatableResponse get(String path) {
        return as("GET", path).get(url(path)).then();
    }

    ValidatableResponse part(String path, String range) {
        return as("GET", path).header("Range", range).get(url(path)).then();
    }

    ObjectNode read(String path) {
        var answer = CanonicalJson.read(get(path).statusCode(200).extract().asByteArray());
        answer.path("bids").forEach(bid -> {
            if (bid.path("bidId").isTextual() && bid.path("label").isTextual()) {
                labels.put(bid.path("bidId").asText(), bid.path("label").asText());
            }
        });
        return answer;
    }

    ValidatableResponse post(String path, ObjectNode body) {
        return as("POST", path)
                .contentType(ContentType.JSON)
                .body(CanonicalJson.encode(body))
                .post(url(path))
                .then();
    }

    ValidatableResponse put(String path, ObjectNode body) {
        return as("PUT", path)
                .contentType(ContentType.JSON)
                .body(CanonicalJson.encode(body))
                .put(url(path))
                .then();
    }

    /** From now on at this machine; {@code null}: at one that is no terminal. */
    Member at(SeatDevice machine) {
        device = machine;
        return this;
    }

    /** What the terminal signs next. */
    String challenge() {
        return given().auth()
                .oauth2(token())
                .contentType(ContentType.JSON)
                .post(url("/seat/challenge"))
                .then()
                .statusCode(200)
                .extract()
                .path("nonce");
    }

    /** A request with this proof, or none. */
    RequestSpecification with(String proof) {
        var request = given().auth().oauth2(token()).contentType(ContentType.JSON);
        return proof == null ? request : request.header(SeatProof.HEADER, proof);
    }

    private RequestSpecification as(String method, String path) {
        return with(device == null ? null : proof(method, path, challenge()));
    }

    /** The machine's proof for one request. */
    String proof(String method, String path, String over) {
        return device.proof(new SessionId(UUID.fromString(session)), person.id(), method, url(path), over);
    }

    ValidatableResponse declare(boolean conflict, String reason) {
        return sign(
                "/declaration/to-sign",
                "/declaration",
                it -> it.put("conflict", conflict).put("reason", reason));
    }

    /** Accepts, checks in and declares. */
    void takeSeat() {
        accept();
        checkIn();
        declare(false, "").statusCode(200);
    }

    void accept() {
        post("/invitation", CanonicalJson.object().put("accept", true).put("reason", ""))
                .statusCode(200);
    }

    void checkIn() {
        post("/check-in", CanonicalJson.object()).statusCode(200);
    }

    void voteFor(Member leader) {
        post("/leader-votes", CanonicalJson.object().put("member", leader.number()))
                .statusCode(200);
    }

    /** Commits to a sheet and seals another one, as a cheat would. */
    ValidatableResponse commitButSealAnother() {
        return commit(label -> "30.00", other -> other.put("reason", "另一份"));
    }

    /** Commits to a sheet that gives every bid these points for its only item; {@code points} by label. */
    ValidatableResponse commit(Function<String, String> points) {
        return commit(points, it -> it);
    }

    /** Commits to a sheet that is written once more, with a reason. */
    ValidatableResponse commit(Function<String, String> points, String reason) {
        write(points);
        return commitTo(sheet.put("reason", reason), it -> it);
    }

    /** Commits to a sheet that finds a ground of rejection in the bid under a label. */
    ValidatableResponse commitFinding(String label, ObjectNode rejection) {
        write(it -> "30.00");
        sheet.path("bids").forEach(bid -> {
            if (bid.path("label").asText().equals(label)) {
                ((ObjectNode) bid).set("rejection", rejection);
            }
        });
        return commitTo(sheet, it -> it);
    }

    private ValidatableResponse commit(Function<String, String> points, UnaryOperator<ObjectNode> sealed) {
        write(points);
        return commitTo(sheet, sealed);
    }

    /** Commits to a sheet of the preliminary review; {@code basis} by bid and item, or {@code null} for what is passed. */
    ValidatableResponse judge(BinaryOperator<String> basis) {
        var view = read("");
        sheet = CanonicalJson.object().put("kind", "SCREENING");
        var bids = sheet.putArray("bids");
        view.path("bids").forEach(bid -> {
            var items =
                    bids.addObject().put("label", bid.path("label").asText()).putArray("items");
            view.path("screening").path("items").forEach(it -> {
                var item = it.path("item").asText();
                var said = basis.apply(bid.path("bidId").asText(), item);
                items.addObject()
                        .put("item", item)
                        .put("passed", said == null)
                        .put("basis", said)
                        .put("reason", said == null ? "" : "不符合要求")
                        .put("page", said == null ? "" : "技术标第3页");
            });
        });
        return commitTo(sheet, it -> it);
    }

    /** Votes on a proposal. */
    void vote(int rejection, boolean agrees) {
        sign(
                        "/rejections/" + rejection + "/to-sign",
                        "/rejections/" + rejection + "/votes",
                        it -> it.put("vote", agrees ? "FOR" : "AGAINST").put("opinion", agrees ? "" : "可以接受"))
                .statusCode(200);
    }

    private void write(Function<String, String> points) {
        var view = read("");
        sheet = CanonicalJson.object()
                .put(
                        "reason",
                        view.path("round").asInt() > 1 && view.path("screening").isNull() ? "复核" : "");
        var bids = sheet.putArray("bids");
        view.path("bids").forEach(bid -> {
            var one = bids.addObject().put("label", bid.path("label").asText());
            var items = one.putArray("items");
            view.path("criteria")
                    .forEach(it -> items.addObject()
                            .put("item", it.path("item").asText())
                            .put(
                                    "score",
                                    it.path("kind").asText().equals("OBJECTIVE")
                                            ? "5.00"
                                            : points.apply(bid.path("label").asText()))
                            .put("reason", ""));
        });
    }

    /** Bids by their ids, as the view told their labels while prices were open. */
    Map<String, String> labels() {
        return labels;
    }

    /** Commits to the sheet that was handed in before, with a reason and this change: a new version of a re-review. */
    ValidatableResponse commitAgain(UnaryOperator<ObjectNode> change) {
        var again = CanonicalJson.object().put("reason", "复评");
        again.set("bids", read("").at("/rework/former"));
        sheet = change.apply(again);
        return commitTo(sheet, it -> it);
    }

    private ValidatableResponse commitTo(ObjectNode sheet, UnaryOperator<ObjectNode> sealed) {
        nonce = People.nonce();
        var toSign = read("/sheets/to-sign");
        var doc = (ObjectNode) toSign.get("doc");
        var commit = Commitments.sheet(
                UUID.fromString(session),
                Hex.decode(person.certificateId()),
                doc.path("version").asInt(),
                Hex.decode(nonce),
                sheet);
        var content = CanonicalJson.object().put("nonce", nonce);
        content.set("sheet", sealed.apply(sheet.deepCopy()));
        var note = new NoteSealer(new Sm4Gcm(), new SecureRandom())
                .seal(
                        KeySet.from(toSign.get("keySet")),
                        Commitments.noteContext(commit),
                        CanonicalJson.encode(content));
        doc.put("commit", Hex.encode(commit)).set("note", note.toDoc());
        return postSigned("/sheets/commits", doc);
    }

    ValidatableResponse reveal() {
        var doc = (ObjectNode) CanonicalJson.object()
                .put("type", "sheet-reveal")
                .put("v", 1)
                .put("tender", read("").path("tender").asText())
                .put("session", session)
                .put("version", read("").path("round").asInt())
                .put("nonce", nonce)
                .set("sheet", sheet);
        return postSigned("/sheets/reveals", doc);
    }

    /** Reads what is to sign, adds the own fields, signs and posts. */
    ValidatableResponse sign(String toSign, String path, Function<ObjectNode, ObjectNode> own) {
        return postSigned(path, own.apply(read(toSign)));
    }

    ValidatableResponse postSigned(String path, ObjectNode doc) {
        doc.set("seen", CanonicalJson.object().put("n", 7).put("hash", "0".repeat(64)));
        return post(path, Statement.of(doc, person.key()).toJson());
    }

    String url(String path) {
        return "/api/evaluation/sessions/" + session + path;
    }

    String token() {
        return TestTokens.of(person.id(), null, person.certificateId(), Role.EXPERT);
    }
}
