package cn.qifeng.launcher.demo;

import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.cipher.Sm2Cipher;
import cn.qifeng.trust.cipher.Sm2Wrap;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.draw.Draw;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.keyset.KeyOffer;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.keyset.KeySetPurpose;
import cn.qifeng.trust.note.NoteSealer;
import cn.qifeng.trust.note.SealedNote;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What trustees do at their own clients: offer keys, show that they work, and take part in draws. */
final class Ceremony {

    private final List<Actor> trustees;
    private final SecureRandom random = new SecureRandom();
    private final NoteSealer notes = new NoteSealer(new Sm4Gcm(), random);
    private final Map<String, byte[]> nonces = new HashMap<>();

    Ceremony(List<Actor> trustees) {
        this.trustees = trustees;
    }

    List<Actor> trustees() {
        return trustees;
    }

    /** Every member makes a fresh key, offers it signed with its identity, and shows with a canary that it works. */
    void hold(String id, KeySetPurpose purpose) {
        var owner = trustees.get(0)
                .logIn()
                .api()
                .get("/api/core/key-sets/" + id)
                .path("owner")
                .asText();
        for (Actor trustee : trustees) {
            var api = trustee.logIn().api();
            var privateKey = Sm2.newPrivateKey(random);
            trustee.keep(owner, privateKey);
            var offer = new KeyOffer(purpose, UUID.fromString(owner), Sm2.publicKey(privateKey));
            var body = CanonicalJson.object();
            body.put("encryptionKey", Hex.encode(offer.encryptionKey()));
            body.put("sig", offer.sign(trustee.key()));
            api.post("/api/core/key-sets/" + id + "/offers", body);
            var challenge = api.get("/api/core/key-sets/" + id + "/challenges/mine")
                    .path("challenge")
                    .asText();
            var canary = Sm2Wrap.unwrap(
                    privateKey, Sm2Cipher.decode(Base64.getDecoder().decode(challenge)));
            api.post(
                    "/api/core/key-sets/" + id + "/answers",
                    CanonicalJson.object().put("answer", Hex.encode(canary)));
        }
    }

    /** Commits, seals and reveals for every trustee, as the draw goes on from step to step. */
    void draw(String tender, String id) {
        var view = trustees.get(0).logIn().api().get("/api/core/draws/" + id);
        for (Actor trustee : trustees) {
            trustee.logIn();
            commit(tender, id, view, trustee);
        }
        view = trustees.get(0).api().get("/api/core/draws/" + id);
        var set = KeySet.from(view.path("keySet"));
        for (Actor trustee : trustees) {
            var context = Draw.noteContext(
                    UUID.fromString(id), Hex.decode(trustee.key().certificateId()));
            SealedNote note = notes.seal(set, context, nonces.get(id + trustee.account()));
            var doc = doc("draw-seal", tender, id);
            doc.set("note", note.toDoc());
            trustee.api().post("/api/core/draws/" + id + "/seals", trustee.signInTender(tender, doc));
        }
        for (Actor trustee : trustees) {
            var doc = doc("draw-reveal", tender, id).put("nonce", Hex.encode(nonces.get(id + trustee.account())));
            trustee.api().post("/api/core/draws/" + id + "/reveals", trustee.signInTender(tender, doc));
        }
    }

    private void commit(String tender, String id, JsonNode view, Actor trustee) {
        var nonce = new byte[Draw.NONCE];
        random.nextBytes(nonce);
        nonces.put(id + trustee.account(), nonce);
        var poolHash = view.path("poolHash").asText();
        var commit = Draw.commit(
                UUID.fromString(id),
                Hex.decode(poolHash),
                Hex.decode(trustee.key().certificateId()),
                nonce);
        var doc = doc("draw-commit", tender, id).put("poolHash", poolHash).put("commit", Hex.encode(commit));
        trustee.api().post("/api/core/draws/" + id + "/commits", trustee.signInTender(tender, doc));
    }

    private static ObjectNode doc(String type, String tender, String draw) {
        return CanonicalJson.object()
                .put("type", type)
                .put("v", 1)
                .put("tender", tender)
                .put("drawId", draw);
    }
}
