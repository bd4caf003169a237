package cn.qifeng.trust.json;

import cn.qifeng.trust.TrustRefusal;
import cn.qifeng.trust.hash.Hex;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Reads the fields of a signed document strictly (严格字段); every difference is a refusal that names the field. */
public final class Fields {

    private final ObjectNode doc;

    private Fields(ObjectNode doc) {
        this.doc = doc;
    }

    /** Fields of {@code doc}. */
    public static Fields of(JsonNode doc) {
        if (!(doc instanceof ObjectNode object)) {
            throw TrustRefusal.BAD_FIELD.at("$", doc, "object");
        }
        return new Fields(object);
    }

    /** Refuses unless the document has this {@code type} and {@code v} 1. */
    public Fields type(String type) {
        if (!type.equals(text("type"))) {
            throw TrustRefusal.BAD_FIELD.at("type", text("type"), type);
        }
        if (integer("v", 1, 1) != 1) {
            throw TrustRefusal.BAD_FIELD.at("v", doc.get("v"), 1);
        }
        return this;
    }

    /** Refuses unless the document has exactly these fields. */
    public Fields exactly(String... names) {
        var wanted = Set.of(names);
        doc.fieldNames().forEachRemaining(name -> {
            if (!wanted.contains(name)) {
                throw TrustRefusal.BAD_FIELD.at(name, "present", "no such field");
            }
        });
        for (var name : names) {
            get(name);
        }
        return this;
    }

    /** The field, whatever it is. */
    public JsonNode get(String name) {
        var value = doc.get(name);
        if (value == null) {
            throw TrustRefusal.BAD_FIELD.at(name, "absent", "present");
        }
        return value;
    }

    /** A string. */
    public String text(String name) {
        var value = get(name);
        if (!value.isTextual()) {
            throw TrustRefusal.BAD_FIELD.at(name, value, "string");
        }
        return value.textValue();
    }

    /** An integer of a range. */
    public long integer(String name, long min, long max) {
        var value = get(name);
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < min
                || value.longValue() > max) {
            throw TrustRefusal.BAD_FIELD.at(name, value, "integer from " + min + " to " + max);
        }
        return value.longValue();
    }

    /** True or false. */
    public boolean bool(String name) {
        var value = get(name);
        if (!value.isBoolean()) {
            throw TrustRefusal.BAD_FIELD.at(name, value, "boolean");
        }
        return value.booleanValue();
    }

    /** Bytes in lower-case hexadecimal, of a length. */
    public byte[] hex(String name, int length) {
        var text = text(name);
        var bytes = Hex.decode(text);
        if (bytes.length != length) {
            throw TrustRefusal.BAD_FIELD.at(name, text, length + " bytes in hexadecimal");
        }
        return bytes;
    }

    /** Bytes in padded base64, at most {@code max} of them. */
    public byte[] base64(String name, int max) {
        return base64(name, text(name), max);
    }

    /** Bytes in padded base64, at most {@code max} of them, from a text that stands at {@code name}. */
    public static byte[] base64(String name, String text, int max) {
        if (text.length() > (max + 2L) / 3 * 4) {
            throw TrustRefusal.BAD_FIELD.at(name, text.length() + " characters", "at most " + max + " bytes");
        }
        try {
            var bytes = Base64.getDecoder().decode(text);
            if (bytes.length <= max && Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException other) {
            // falls through to the one refusal below
        }
        throw TrustRefusal.BAD_FIELD.at(name, "other text", "base64 with padding");
    }

    /** A UUID in lower case. */
    public UUID uuid(String name) {
        var text = text(name);
        try {
            var id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException other) {
            // falls through to the one refusal below
        }
        throw TrustRefusal.BAD_FIELD.at(name, text, "UUID in lower case");
    }

    /** A moment, see {@link Moments}. */
    public Instant moment(String name) {
        return Moments.parse(text(name));
    }

    /** An object. */
    public Fields object(String name) {
        return of(get(name));
    }

    /** The elements of an array of at most {@code max}. */
    public List<JsonNode> array(String name, int max) {
        var value = get(name);
        if (!value.isArray() || value.size() > max) {
            throw TrustRefusal.BAD_FIELD.at(name, value.getNodeType(), "array of at most " + max);
        }
        var elements = new ArrayList<JsonNode>(value.size());
        value.forEach(elements::add);
        return elements;
    }

    /** The document itself. */
    public ObjectNode doc() {
        return doc;
    }
}
