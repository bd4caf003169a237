package cn.qifeng.trust.log;

import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Fields;
import cn.qifeng.trust.json.Moments;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * What a witness signs over a head (见证声明).
 *
 * @param witness the witness's name in the trust file
 * @param head SM3 of the canonical head
 */
public record WitnessStatement(String witness, byte[] head, long size, Instant machineAt) {

    /** The document. */
    public ObjectNode toDoc() {
        return CanonicalJson.object()
                .put("type", "log-witness")
                .put("v", 1)
                .put("witness", witness)
                .put("head", Hex.encode(head))
                .put("size", size)
                .put("machineAt", Moments.format(machineAt));
    }

    /** Reads a document; refuses other shapes. */
    public static WitnessStatement from(JsonNode doc) {
        var fields = Fields.of(doc).type("log-witness");
        fields.exactly("type", "v", "witness", "head", "size", "machineAt");
        return new WitnessStatement(
                fields.text("witness"),
                fields.hex("head", Sm3.LENGTH),
                fields.integer("size", 0, CanonicalJson.INTEGER_MAX),
                fields.moment("machineAt"));
    }
}
