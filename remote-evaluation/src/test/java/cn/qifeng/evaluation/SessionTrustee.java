package cn.qifeng.evaluation;

import static io.restassured.RestAssured.given;

import cn.qifeng.kit.access.Role;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.note.NoteSealer;
import cn.qifeng.trust.note.SealedNote;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.StreamSupport;

/** A trustee of the session's set, who opens what members did not reveal. */
final class SessionTrustee {

    private final People.Person person;
    private final String session;

    SessionTrustee(People.Person person, String session) {
        this.person = person;
        this.session = session;
    }

    /** The sealed sheets of this session. */
    List<JsonNode> sealed() {
        return StreamSupport.stream(read().spliterator(), false)
                .filter(it -> it.path("session").asText().equals(session))
                .toList();
    }

    /** Gives a share of every sealed sheet. */
    ValidatableResponse give() {
        return give(false);
    }

    /** Gives shares that contradict their commitments. */
    ValidatableResponse giveForged() {
        return give(true);
    }

    ValidatableResponse post(ObjectNode body) {
        return given().auth()
                .oauth2(token())
                .contentType(ContentType.JSON)
                .body(CanonicalJson.encode(body))
                .post("/api/evaluation/sealed-sheets/" + session + "/shares")
                .then();
    }

    private ValidatableResponse give(boolean forged) {
        var sealed = sealed().get(0);
        var doc = CanonicalJson.object()
                .put("type", "sheet-shares")
                .put("v", 1)
                .put("tender", sealed.path("tender").asText())
                .put("session", session)
                .put("version", sealed.path("version").asInt());
        doc.set("seen", CanonicalJson.object().put("n", 7).put("hash", "0".repeat(64)));
        var shares = doc.putArray("shares");
        var sealer = new NoteSealer(new Sm4Gcm(), new SecureRandom());
        sealed.path("sheets").forEach(sheet -> {
            var share = sealer.share(
                            SealedNote.from(sheet.path("note")), person.certificateId(), People.setKey(session, person))
                    .orElseThrow();
            if (forged) {
                share[0] ^= 1;
            }
            shares.addObject().put("member", sheet.path("member").asText()).put("share", Hex.encode(share));
        });
        return post(Statement.of(doc, person.key()).toJson());
    }

    private JsonNode read() {
        var answer = given().auth()
                .oauth2(token())
                .get("/api/evaluation/sealed-sheets")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return CanonicalJson.read(("{\"all\":" + answer + "}").getBytes(StandardCharsets.UTF_8))
                .path("all");
    }

    private String token() {
        return TestTokens.of(person.id(), null, person.certificateId(), Role.TRUSTEE);
    }
}
