package cn.qifeng.launcher.demo;

import cn.qifeng.trust.cipher.Sm2;
import cn.qifeng.trust.cipher.Sm2Cipher;
import cn.qifeng.trust.cipher.Sm2Wrap;
import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.draw.Draw;
import cn.qifeng.trust.envelope.BidHeader;
import cn.qifeng.trust.envelope.BidOpener;
import cn.qifeng.trust.envelope.BidRelease;
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
    private final BidOpener opener = new BidOpener(new Sm4Gcm());
    private final Map<String, byte[]> nonces = new HashMap<>();
    private final Map<String, KeySet> sets = new HashMap<>();

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
        var set = KeySet.from(
                        trustees.get(0).api().get("/api/core/key-sets/" + id).path("keySet"))
                .verify();
        sets.put(set.idHex(), set);
        trustees.forEach(trustee -> trustee.keep(set.idHex(), trustee.kept(owner)));
    }

    /** Commits, seals and reveals for every trustee, as the draw goes on under one published head after another. */
    void draw(Tour tour, String id) {
        var path = "/api/core/draws/" + id;
        for (String step : List.of("COMMIT", "SEAL", "REVEAL")) {
            var view = tour.await(trustees.get(0).logIn().api(), path, it -> awaits(it, step));
            for (Actor trustee : trustees) {
                takePart(tour.tender, view, trustee);
            }
        }
    }

    /** Does what the draw awaits of one trustee; its nonce stays the same however often it is asked. */
    void takePart(String tender, JsonNode view, Actor trustee) {
        var id = view.path("id").asText();
        switch (view.path("awaits").asText()) {
            case "COMMIT" -> commit(tender, id, view, trustee.logIn());
            case "SEAL" -> seal(tender, id, view, trustee.logIn());
            case "REVEAL" -> reveal(tender, id, trustee.logIn());
            default -> {
                // a head is due, or the draw is over: nothing for a trustee to do
            }
        }
    }

    /**
     * Trustees press until every set with bids has as many as are needed: each once with each of its keys, its own share
     * of every live bid that is sealed to that set.
     */
    void press(Tour tour, int needed) {
        var wanting = new HashMap<String, Integer>();
        for (JsonNode set : tour.visitor().get(tour.inLot("/opening")).path("keySets")) {
            if (set.path("toOpen").asInt() > 0) {
                wanting.put(set.path("set").asText(), needed);
            }
        }
        for (Actor trustee : trustees) {
            press(tour, trustee, wanting);
        }
    }

    private void press(Tour tour, Actor trustee, Map<String, Integer> wanting) {
        boolean more = true;
        while (more && wanting.values().stream().anyMatch(left -> left > 0)) {
            var due = trustee.logIn().api().get(tour.inLot("/presses/to-do"));
            more = !due.path("pressed").asBoolean();
            if (more) {
                press(tour, trustee);
                wanting.merge(due.path("set").asText(), -1, Integer::sum);
            }
        }
    }

    /** One trustee presses with the first of its keys that waits. */
    void press(Tour tour, Actor trustee) {
        var statement = preparePress(tour, trustee);
        trustee.api().post(tour.inLot("/presses"), statement);
    }

    /** The signed press of one trustee, who is logged in and has not sent it yet. */
    ObjectNode preparePress(Tour tour, Actor trustee) {
        var due = trustee.logIn().api().get(tour.inLot("/presses/to-do"));
        var doc = CanonicalJson.object()
                .put("type", "trustee-press")
                .put("v", 1)
                .put("tender", tour.tender)
                .put("lot", tour.lot)
                .put("set", due.path("set").asText())
                .put("bidList", due.path("bidList").asText());
        if (due.has("releaseList")) {
            doc.put("releaseList", due.path("releaseList").asText());
        }
        var shares = doc.putArray("shares");
        for (JsonNode bid : due.path("bids")) {
            var header = header(due, bid);
            var line = shares.addObject().put("bidId", bid.path("bidId").asText());
            opener.share(
                            header,
                            trustee.key().certificateId(),
                            trustee.kept(due.path("set").asText()))
                    .ifPresentOrElse(share -> line.put("share", Hex.encode(share)), () -> line.put("badWrap", true));
        }
        return trustee.signInTender(tour.tender, doc);
    }

    /** The header with the wraps for the trustees: its own, or those that its bidder released. */
    private static BidHeader header(JsonNode due, JsonNode bid) {
        var header =
                BidHeader.decode(Base64.getDecoder().decode(bid.path("header").asText()));
        for (JsonNode line : due.path("releases")) {
            if (line.path("bidId").equals(bid.path("bidId"))) {
                return header.released(
                        BidRelease.from(line.path("statement").path("doc")).wraps());
            }
        }
        return header;
    }

    private static boolean awaits(JsonNode view, String step) {
        return view.path("awaits").asText().equals(step);
    }

    private void commit(String tender, String id, JsonNode view, Actor trustee) {
        var nonce = nonces.computeIfAbsent(id + trustee.account(), made -> newNonce());
        var poolHash = view.path("poolHash").asText();
        var commit = Draw.commit(
                UUID.fromString(id),
                Hex.decode(poolHash),
                Hex.decode(trustee.key().certificateId()),
                nonce);
        var doc = doc("draw-commit", tender, id).put("poolHash", poolHash).put("commit", Hex.encode(commit));
        trustee.api().post("/api/core/draws/" + id + "/commits", trustee.signInTender(tender, doc));
    }

    private void seal(String tender, String id, JsonNode view, Actor trustee) {
        var context =
                Draw.noteContext(UUID.fromString(id), Hex.decode(trustee.key().certificateId()));
        var nonce = nonces.get(id + trustee.account());
        SealedNote note =
                notes.sealFrom(sets.get(view.path("set").asText()), context, nonce, Draw.noteSeed(context, nonce));
        var doc = doc("draw-seal", tender, id);
        doc.set("note", note.toDoc());
        trustee.api().post("/api/core/draws/" + id + "/seals", trustee.signInTender(tender, doc));
    }

    private void reveal(String tender, String id, Actor trustee) {
        var doc = doc("draw-reveal", tender, id).put("nonce", Hex.encode(nonces.get(id + trustee.account())));
        trustee.api().post("/api/core/draws/" + id + "/reveals", trustee.signInTender(tender, doc));
    }

    private byte[] newNonce() {
        var nonce = new byte[Draw.NONCE];
        random.nextBytes(nonce);
        return nonce;
    }

    private static ObjectNode doc(String type, String tender, String draw) {
        return CanonicalJson.object()
                .put("type", type)
                .put("v", 1)
                .put("tender", tender)
                .put("drawId", draw);
    }
}
