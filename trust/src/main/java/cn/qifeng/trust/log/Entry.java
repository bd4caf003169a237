package cn.qifeng.trust.log;

import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Evidence entry (存证条目) with its salted body (docs/evidence.md section 3). */
public record Entry(EntryHead head, byte[] salt, ObjectNode body) {

    /** Bytes of a salt. */
    public static final int SALT = 16;

    /** Copies the body. */
    public Entry {
        if (salt.length != SALT) {
            throw new IllegalArgumentException("salt has " + SALT + " bytes");
        }
        body = body.deepCopy();
    }

    /** SM3("QEC1 body" ‖ salt ‖ canonical body): stands for a body that is withheld. */
    public byte[] bodyHash() {
        return Sm3.of(Bytes.ascii("QEC1 body"), salt, CanonicalJson.encode(body));
    }

    /** What the chain and the log refer to. */
    public byte[] contentHash() {
        return head.contentHash(bodyHash());
    }

    /** The same in hexadecimal. */
    public String contentHashHex() {
        return Hex.encode(contentHash());
    }

    /** As JSON: {@code {"head", "salt", "body"}}. */
    public ObjectNode toJson() {
        var json = CanonicalJson.object().put("salt", Hex.encode(salt));
        json.set("head", head.toDoc());
        json.set("body", body.deepCopy());
        return json;
    }

    /** Reads what {@link #toJson} writes; refuses other shapes. */
    public static Entry from(JsonNode json) {
        var fields = Fields.of(json).exactly("head", "salt", "body");
        return new Entry(
                EntryHead.from(fields.get("head")),
                fields.hex("salt", SALT),
                fields.object("body").doc());
    }
}
