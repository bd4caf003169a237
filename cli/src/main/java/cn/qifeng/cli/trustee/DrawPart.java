package cn.qifeng.cli.trustee;

import cn.qifeng.trust.cipher.Sm4Gcm;
import cn.qifeng.trust.draw.Draw;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.keyset.KeySet;
import cn.qifeng.trust.note.NoteSealer;
import cn.qifeng.trust.note.SealedNote;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One party's part in draws (参与抽取): commits to a number, seals it to the trustees, reveals it. */
final class DrawPart {

    private final Desk desk;
    private final NoteSealer notes = new NoteSealer(new Sm4Gcm(), new SecureRandom());

    DrawPart(Desk desk) {
        this.desk = desk;
    }

    /** Does what the draw awaits of this party; tells what was done, or nothing when nothing is due. */
    Optional<String> take(JsonNode draw) throws IOException {
        var own = own(draw);
        if (own.isEmpty()) {
            return Optional.empty();
        }
        return switch (draw.path("awaits").asText()) {
            case "COMMIT" -> own.get().path("committed").asBoolean() ? Optional.empty() : commit(draw);
            case "SEAL" -> own.get().path("sealed").asBoolean() ? Optional.empty() : seal(draw);
            case "REVEAL" -> own.get().path("revealed").asBoolean() ? Optional.empty() : reveal(draw);
            default -> Optional.empty();
        };
    }

    private Optional<JsonNode> own(JsonNode draw) {
        for (JsonNode party : draw.path("parties")) {
            if (party.path("id").asText().equals(desk.certificateId())
                    && !party.path("leftOut").asBoolean()) {
                return Optional.of(party);
            }
        }
        return Optional.empty();
    }

    private Optional<String> commit(JsonNode draw) throws IOException {
        DrawBasis.verify(desk, draw);
        var id = UUID.fromString(draw.path("id").asText());
        var poolHash = Draw.poolHash(pool(draw));
        var nonce = desk.safe().newNonce(id.toString(), Draw.NONCE);
        var commit = Draw.commit(id, poolHash, Hex.decode(desk.certificateId()), nonce);
        send(
                draw,
                "commits",
                doc(draw, "draw-commit").put("poolHash", Hex.encode(poolHash)).put("commit", Hex.encode(commit)));
        return Optional.of("number committed to 已提交承诺");
    }

    private Optional<String> seal(JsonNode draw) throws IOException {
        var set = DrawBasis.verify(desk, draw);
        var context = Draw.noteContext(UUID.fromString(draw.path("id").asText()), Hex.decode(desk.certificateId()));
        var doc = doc(draw, "draw-seal");
        var nonce = nonce(draw);
        doc.set(
                "note",
                notes.sealFrom(set, context, nonce, Draw.noteSeed(context, nonce))
                        .toDoc());
        send(draw, "seals", doc);
        return Optional.of("number sealed to the trustees 已密封随机数");
    }

    private Optional<String> reveal(JsonNode draw) throws IOException {
        send(draw, "reveals", doc(draw, "draw-reveal").put("nonce", Hex.encode(nonce(draw))));
        return Optional.of("number revealed 已揭示随机数");
    }

    /** Gives this member's shares of the numbers that were not revealed, once the time for it is over. */
    Optional<String> openMissing(JsonNode draw) throws IOException {
        if (!draw.path("awaits").asText().equals("REVEAL")) {
            return Optional.empty();
        }
        KeySet set = DrawBasis.verify(desk, draw);
        var member = set.member(desk.certificateId());
        if (member.isEmpty()) {
            return Optional.empty();
        }
        var key = desk.safe()
                .keyOf(member.get().encryptionKey())
                .orElseThrow(() -> TrusteeRefusal.NO_KEY.at("key", "not in this safe", "the key of this set"));
        var doc = doc(draw, "draw-shares");
        var shares = doc.putArray("shares");
        for (JsonNode party : draw.path("parties")) {
            if (party.path("leftOut").asBoolean() || party.path("revealed").asBoolean()) {
                continue;
            }
            notes.share(SealedNote.from(party.path("note")), desk.certificateId(), key)
                    .ifPresent(share -> shares.addObject()
                            .put("party", party.path("id").asText())
                            .put("share", Hex.encode(share)));
        }
        if (shares.isEmpty()) {
            return Optional.empty();
        }
        send(draw, "shares", doc);
        return Optional.of("shares of " + shares.size() + " missing numbers given 已交出未揭示随机数的分片");
    }

    private byte[] nonce(JsonNode draw) {
        return desk.safe()
                .nonce(draw.path("id").asText())
                .orElseThrow(() ->
                        TrusteeRefusal.NO_NONCE.at("nonce", "not in this safe", "the number that was committed to"));
    }

    private void send(JsonNode draw, String step, ObjectNode doc) throws IOException {
        var statement = desk.sign(draw.path("tender").asText(), doc);
        desk.api().post("/api/core/draws/" + draw.path("id").asText() + "/" + step, statement);
    }

    private static ObjectNode doc(JsonNode draw, String type) {
        return CanonicalJson.object()
                .put("type", type)
                .put("v", 1)
                .put("tender", draw.path("tender").asText())
                .put("drawId", draw.path("id").asText());
    }

    /** Values that are drawn from. */
    static List<String> pool(JsonNode draw) {
        var pool = new ArrayList<String>();
        draw.path("pool").forEach(value -> pool.add(value.asText()));
        return pool;
    }
}
