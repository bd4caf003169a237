package cn.qifeng.trust.note;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.cipher.Sm2Cipher;
import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.keyset.KeySet;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A short document sealed to a key set (密封件, docs/bid-envelope.md section 8): a draw nonce, a score sheet or a ballot.
 *
 * @param set set id, 32 bytes
 * @param context SM3 of what the note belongs to, 32 bytes
 * @param cipher SM4-GCM frame of the content
 */
public record SealedNote(byte[] set, byte[] context, byte[] salt, byte[] keyCommit, byte[] cipher, List<Share> shares) {

    /** The longest content, bytes. */
    public static final int CONTENT_MAX = 1 << 20;

    private static final int TAG = 16;

    /** One member's share: certificate id, commitment, wrap. */
    public record Share(byte[] member, byte[] shareCommit, Sm2Cipher wrap) {

        /** The member's certificate id in hexadecimal. */
        public String memberHex() {
            return Hex.encode(member);
        }
    }

    /** Copies the shares. */
    public SealedNote {
        shares = List.copyOf(shares);
    }

    /** The share of one member, by certificate id in hexadecimal. */
    public Optional<Share> share(String member) {
        return shares.stream().filter(share -> share.memberHex().equals(member)).findFirst();
    }

    /** SM3 of the canonical note in hexadecimal. */
    public String hashHex() {
        return Sm3.hex(CanonicalJson.encode(toDoc()));
    }

    /** The document. */
    public ObjectNode toDoc() {
        var doc = CanonicalJson.object()
                .put("type", "sealed-note")
                .put("v", 1)
                .put("set", Hex.encode(set))
                .put("context", Hex.encode(context))
                .put("salt", Hex.encode(salt))
                .put("keyCommit", Hex.encode(keyCommit))
                .put("cipher", Base64.getEncoder().encodeToString(cipher));
        var array = doc.putArray("shares");
        shares.forEach(share -> array.addObject()
                .put("member", share.memberHex())
                .put("shareCommit", Hex.encode(share.shareCommit()))
                .put("wrap", Base64.getEncoder().encodeToString(share.wrap().encode())));
        return doc;
    }

    /** Reads a document; refuses another shape. */
    public static SealedNote from(JsonNode doc) {
        var fields = Fields.of(doc).type("sealed-note");
        fields.exactly("type", "v", "set", "context", "salt", "keyCommit", "cipher", "shares");
        return new SealedNote(
                fields.hex("set", Sm3.LENGTH),
                fields.hex("context", Sm3.LENGTH),
                fields.hex("salt", NoteKeys.CEK),
                fields.hex("keyCommit", Sm3.LENGTH),
                fields.base64("cipher", CONTENT_MAX + TAG),
                fields.array("shares", KeySet.MEMBERS_MAX).stream()
                        .map(SealedNote::share)
                        .toList());
    }

    private static Share share(JsonNode json) {
        var fields = Fields.of(json).exactly("member", "shareCommit", "wrap");
        var wrap = Sm2Cipher.decode(fields.base64("wrap", Sm2Cipher.DER_MAX));
        if (wrap.c2().length != NoteKeys.CEK + Sm3.LENGTH) {
            throw TrustRefusal.BAD_NOTE.at("shares.wrap", wrap.c2().length + " bytes", "48 bytes");
        }
        return new Share(fields.hex("member", Sm3.LENGTH), fields.hex("shareCommit", Sm3.LENGTH), wrap);
    }

    static byte[] commit(byte[] context, byte[] keyCommit, byte[] member, byte[] share) {
        return Sm3.of(Bytes.ascii("QN1 share"), context, keyCommit, member, share);
    }

    static byte[] binding(byte[] context, byte[] keyCommit, byte[] member) {
        return Sm3.of(context, keyCommit, member, Bytes.ascii("trustee"));
    }
}
