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
 * Head of the log (日志树头, docs/evidence.md section 5).
 *
 * @param log log id in hexadecimal
 * @param at legal time
 * @param machineAt machine time, which the witnesses compare with their own clocks
 * @param sandbox whether the legal clock is the sandbox's
 */
public record LogHead(
        String log,
        long size,
        byte[] root,
        long prevSize,
        byte[] prevRoot,
        Instant at,
        Instant machineAt,
        boolean sandbox) {

    /** The document that the log signs and the witnesses hash. */
    public ObjectNode toDoc() {
        return CanonicalJson.object()
                .put("type", "log-head")
                .put("v", 1)
                .put("log", log)
                .put("size", size)
                .put("root", Hex.encode(root))
                .put("prevSize", prevSize)
                .put("prevRoot", Hex.encode(prevRoot))
                .put("at", Moments.format(at))
                .put("machineAt", Moments.format(machineAt))
                .put("sandbox", sandbox);
    }

    /** SM3 of the canonical doc: what witnesses and the time stamp refer to. */
    public byte[] hash() {
        return Sm3.of(CanonicalJson.encode(toDoc()));
    }

    /** Reads a document; refuses other shapes. */
    public static LogHead from(JsonNode doc) {
        var fields = Fields.of(doc).type("log-head");
        fields.exactly("type", "v", "log", "size", "root", "prevSize", "prevRoot", "at", "machineAt", "sandbox");
        long size = fields.integer("size", 0, CanonicalJson.INTEGER_MAX);
        return new LogHead(
                Hex.encode(fields.hex("log", Sm3.LENGTH)),
                size,
                fields.hex("root", Sm3.LENGTH),
                fields.integer("prevSize", 0, size),
                fields.hex("prevRoot", Sm3.LENGTH),
                fields.moment("at"),
                fields.moment("machineAt"),
                fields.bool("sandbox"));
    }
}
