package cn.qifeng.auditor.check;

import cn.qifeng.auditor.Broken;
import cn.qifeng.auditor.Shape;
import cn.qifeng.auditor.crypto.Hash;
import cn.qifeng.auditor.crypto.Sealing;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Sealed notes of draws. Key and salt of a note follow from the nonce in it, so that whoever knows the nonce rebuilds the
 * note: a party that had sealed another one could reveal where it likes the result, and have the draw void where it does not.
 */
final class DrawNotes {

    private static final int HASH = 32;
    private static final int KEY = 16;
    private static final int POINT = 65;
    private static final int SCALAR = 48;

    private final JsonNode note;
    private final String object;
    private final byte[] context;
    private final byte[] cek;
    private final byte[] salt;
    private final byte[] prk;

    private DrawNotes(JsonNode note, byte[] nonce, String object) {
        this.note = note;
        this.object = object;
        this.context = Shape.hex(note, "context", HASH, object);
        var seed = Hash.sm3(Hash.ascii("QD1 note key"), context, nonce);
        this.cek = Arrays.copyOf(seed, KEY);
        this.salt = Arrays.copyOfRange(seed, KEY, 2 * KEY);
        this.prk = Hash.extract(salt, cek);
    }

    /** Breaks unless a note is the one that this nonce gives for the members of a key set. */
    static void check(JsonNode note, JsonNode set, byte[] nonce, String object) {
        Shape.exactly(note, object, "type", "v", "set", "context", "salt", "keyCommit", "cipher", "shares");
        Broken.unless(
                new DrawNotes(note, nonce, object).isGiven(set, nonce), object, "not the note that its nonce gives");
    }

    private boolean isGiven(JsonNode set, byte[] nonce) {
        var commit = Hash.expand(prk, HASH, Hash.ascii("QN1 commit"), context);
        var content = Hash.expand(prk, KEY, Hash.ascii("QN1 content"), context);
        var opened = Sealing.openFrame(content, 0, true, context, Shape.base64(note, "cipher", object));
        boolean head = note.path("type").asText().equals("sealed-note")
                && note.path("v").asInt() == 1
                && note.path("salt").asText().equals(HexFormat.of().formatHex(salt))
                && note.path("keyCommit").asText().equals(HexFormat.of().formatHex(commit));
        return head && Arrays.equals(nonce, opened) && sharesAreGiven(set, commit);
    }

    private boolean sharesAreGiven(JsonNode set, byte[] commit) {
        var shares = note.path("shares");
        boolean given = shares.size() == set.path("members").size();
        for (int i = 0; given && i < shares.size(); i++) {
            given = isGiven(
                    shares.get(i),
                    set.path("members").get(i),
                    set.path("threshold").asInt(),
                    commit);
        }
        return given;
    }

    private boolean isGiven(JsonNode share, JsonNode member, int threshold, byte[] commit) {
        Shape.exactly(share, object, "member", "shareCommit", "wrap");
        var id = HexFormat.of().parseHex(OpeningCheck.memberId(member));
        var secret = Sealing.share(
                cek, prk, "QN1 coefficient", threshold, member.path("x").asInt());
        var promised = Hash.hex(Hash.ascii("QN1 share"), context, commit, id, secret);
        return share.path("member").asText().equals(OpeningCheck.memberId(member))
                && share.path("shareCommit").asText().equals(promised)
                && Arrays.equals(Shape.base64(share, "wrap", object), wrap(member, secret, commit, id));
    }

    private byte[] wrap(JsonNode member, byte[] secret, byte[] commit, byte[] id) {
        try {
            return Sealing.wrap(
                    Shape.hex(member, "encryptionKey", POINT, object),
                    secret,
                    Hash.sm3(context, commit, id, Hash.ascii("trustee")),
                    Hash.expand(prk, SCALAR, Hash.ascii("QN1 scalar"), id, context));
        } catch (IllegalArgumentException notAPoint) {
            return new byte[0];
        }
    }
}
