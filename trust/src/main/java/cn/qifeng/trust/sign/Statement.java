package cn.qifeng.trust.sign;

import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.Objects;

/** A document that a person signed (签名声明): the doc and base64 of the QS1 signature over its canonical bytes. */
public record Statement(ObjectNode doc, String sig) {

    /** Copies the doc, so that it cannot change after it was signed. */
    public Statement {
        doc = doc.deepCopy();
        Objects.requireNonNull(sig, "sig");
    }

    /** Signs {@code doc}. */
    public static Statement of(ObjectNode doc, SigningKey key) {
        return new Statement(doc, Base64.getEncoder().encodeToString(key.sign(CanonicalJson.encode(doc))));
    }

    /** Reads {@code {"doc": {…}, "sig": "…"}}; refuses other fields. The signature is not verified yet. */
    public static Statement from(JsonNode json) {
        var fields = Fields.of(json).exactly("doc", "sig");
        return new Statement(fields.object("doc").doc(), fields.text("sig"));
    }

    /** The same as JSON. */
    public ObjectNode toJson() {
        var json = CanonicalJson.object().put("sig", sig);
        json.set("doc", doc.deepCopy());
        return json;
    }

    /** SM3 of the canonical doc. */
    public byte[] hash() {
        return Sm3.of(CanonicalJson.encode(doc));
    }

    /** SM3 of the canonical doc in hexadecimal. */
    public String hashHex() {
        return Hex.encode(hash());
    }

    /** The doc's {@code type}; refuses a doc without one. */
    public String type() {
        return Fields.of(doc).text("type");
    }

    /** Who signed; refuses with {@code trust/bad-signature}. */
    public Signed verify() {
        return Signatures.verify(CanonicalJson.encode(doc), Fields.base64("sig", sig, Signatures.SIZE_MAX));
    }
}
