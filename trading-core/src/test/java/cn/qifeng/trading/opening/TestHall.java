package cn.qifeng.trading.opening;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import cn.qifeng.trading.bidding.application.LotKeySets;
import cn.qifeng.trading.clock.application.DueActs;
import cn.qifeng.trading.draw.application.AdvanceDraws;
import cn.qifeng.trading.draw.application.TakePart;
import cn.qifeng.trading.draw.domain.DrawStage;
import cn.qifeng.trading.draw.domain.Drawings;
import cn.qifeng.trading.log.application.Chain;
import cn.qifeng.trading.log.domain.RecordedEntry;
import cn.qifeng.trading.tender.domain.PublishedLot;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.draw.Draw;
import cn.qifeng.trust.envelope.BidHeader;
import cn.qifeng.trust.envelope.BidRelease;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.note.NoteSealer;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** What people do in the opening hall of a test lot, over HTTP. */
@ApplicationScoped
public class TestHall {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Trustees trustees;
    private final LotKeySets keySets;
    private final Chain chain;
    private final DueActs dueActs;
    private final TakePart takePart;
    private final AdvanceDraws advanceDraws;
    private final Drawings drawings;
    private final ObjectMapper json;

    TestHall(
            Trustees trustees,
            LotKeySets keySets,
            Chain chain,
            DueActs dueActs,
            TakePart takePart,
            AdvanceDraws advanceDraws,
            Drawings drawings,
            ObjectMapper json) {
        this.trustees = trustees;
        this.keySets = keySets;
        this.chain = chain;
        this.dueActs = dueActs;
        this.takePart = takePart;
        this.advanceDraws = advanceDraws;
        this.drawings = drawings;
        this.json = json;
    }

    ValidatableResponse of(PublishedLot lot) {
        return given().get("/api/core/lots/" + lot.lot() + "/opening").then().statusCode(200);
    }

    /** Drives what is due until the hall is in this state. */
    ValidatableResponse await(PublishedLot lot, String state) {
        for (int i = 0; i < 100; i++) {
            dueActs.runRound();
            if (state.equals(of(lot).extract().path("state"))) {
                return of(lot);
            }
            pause();
        }
        return of(lot).body("state", equalTo(state));
    }

    /** The whole draw, by these people. */
    void draw(PublishedLot lot, UUID id, List<TestPerson> people) {
        var nonces = new HashMap<String, byte[]>();
        var poolHash = Draw.poolHash(lot.method().k());
        awaitStep(id, DrawStage.OPEN);
        for (var person : people) {
            var nonce = new byte[Draw.NONCE];
            RANDOM.nextBytes(nonce);
            nonces.put(person.account(), nonce);
            var commit = Draw.commit(id, poolHash, Hex.decode(person.key().certificateId()), nonce);
            var doc = drawDoc(lot, "draw-commit", id)
                    .put("poolHash", Hex.encode(poolHash))
                    .put("commit", Hex.encode(commit));
            takePart.commit(id, Statement.of(doc, person.key()));
        }
        awaitStep(id, DrawStage.COMMITTED);
        for (var person : people) {
            var context = Draw.noteContext(id, Hex.decode(person.key().certificateId()));
            var doc = drawDoc(lot, "draw-seal", id);
            var nonce = nonces.get(person.account());
            doc.set(
                    "note",
                    new NoteSealer(new Sm4Gcm(), RANDOM)
                            .sealFrom(keySets.of(lot), context, nonce, Draw.noteSeed(context, nonce))
                            .toDoc());
            takePart.seal(id, Statement.of(doc, person.key()));
        }
        awaitStep(id, DrawStage.SEALED);
        for (var person : people) {
            var doc = drawDoc(lot, "draw-reveal", id).put("nonce", Hex.encode(nonces.get(person.account())));
            takePart.reveal(id, Statement.of(doc, person.key()));
        }
        awaitStep(id, DrawStage.RESULT);
    }

    /** Until the draw is at this step under a published head; the clock of the service may be taking it there too. */
    private void awaitStep(UUID id, DrawStage step) {
        for (int i = 0; i < 100; i++) {
            advanceDraws.advance(id);
            var drawing = QuarkusTransaction.requiringNew()
                    .call(() -> drawings.find(id).orElseThrow());
            if (drawing.stage() == step && !drawing.headDue()) {
                return;
            }
            pause();
        }
        throw new AssertionError("draw " + id + " never reached " + step);
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One trustee's press for every bid that waits for it. */
    ValidatableResponse press(PublishedLot lot, TestPerson person) {
        return send(lot, person, pressDoc(lot, person));
    }

    ValidatableResponse send(PublishedLot lot, TestPerson person, ObjectNode press) {
        return person.call()
                .body(person.sign(press))
                .post("/api/core/lots/" + lot.lot() + "/presses")
                .then();
    }

    /** The doc of a press as an honest client makes it. */
    ObjectNode pressDoc(PublishedLot lot, TestPerson person) {
        JsonPath toDo = person.call()
                .get("/api/core/lots/" + lot.lot() + "/presses/to-do")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var doc = doc(lot, "trustee-press").put("set", toDo.getString("set")).put("bidList", toDo.getString("bidList"));
        if (toDo.getString("releaseList") != null) {
            doc.put("releaseList", toDo.getString("releaseList"));
        }
        var shares = doc.putArray("shares");
        for (int i = 0; i < toDo.getList("bids").size(); i++) {
            var bidId = toDo.getString("bids[" + i + "].bidId");
            var header = BidHeader.decode(Base64.getDecoder().decode(toDo.getString("bids[" + i + "].header")));
            var release = toDo.getMap("releases.find { it.bidId == '" + bidId + "' }.statement.doc");
            if (release != null) {
                header = header.released(
                        BidRelease.from(json.<ObjectNode>valueToTree(release)).wraps());
            }
            var line = shares.addObject().put("bidId", bidId);
            trustees.share(toDo.getString("set"), person, header)
                    .ifPresentOrElse(share -> line.put("share", share), () -> line.put("badWrap", true));
        }
        return doc;
    }

    /** A signature under the opening record. */
    ValidatableResponse sign(PublishedLot lot, TestPerson person) {
        String sm3 = person.call()
                .get("/api/core/lots/" + lot.lot() + "/opening-record/to-sign")
                .then()
                .statusCode(200)
                .extract()
                .path("sm3");
        return person.call()
                .body(person.sign(doc(lot, "opening-record").put("sm3", sm3)))
                .post("/api/core/lots/" + lot.lot() + "/opening-record/signatures")
                .then();
    }

    /** A doc about the lot over the chain head of now. */
    ObjectNode doc(PublishedLot lot, String type) {
        var doc = CanonicalJson.object()
                .put("type", type)
                .put("v", 1)
                .put("tender", lot.tender().toString())
                .put("lot", lot.lot().toString());
        return seen(lot, doc);
    }

    /** The same doc with the chain head of now. */
    ObjectNode seen(PublishedLot lot, ObjectNode doc) {
        var head = chain.head(lot.tender()).orElseThrow();
        doc.putObject("seen").put("n", head.n()).put("hash", head.hash());
        return doc;
    }

    List<String> types(PublishedLot lot) {
        return chain.entries(lot.tender()).stream().map(RecordedEntry::type).toList();
    }

    private ObjectNode drawDoc(PublishedLot lot, String type, UUID id) {
        return seen(
                lot,
                CanonicalJson.object()
                        .put("type", type)
                        .put("v", 1)
                        .put("tender", lot.tender().toString())
                        .put("drawId", id.toString()));
    }
}
