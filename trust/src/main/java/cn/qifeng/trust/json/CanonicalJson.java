package cn.qifeng.trust.json;

import cn.qifeng.trust.TrustRefusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.function.Consumer;

/** Canonical JSON (规范化文档, docs/evidence.md section 1): the one byte form of a document, which is what gets signed. */
public final class CanonicalJson {

    /** The largest integer in either direction: 2^53 − 1. */
    public static final long INTEGER_MAX = (1L << 53) - 1;

    private static final int DEPTH_MAX = 64;
    private static final JsonMapper MAPPER = mapper();

    private CanonicalJson() {}

    private static JsonMapper mapper() {
        var mapper = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH_MAX)
                        .build());
        return mapper;
    }

    /** An empty object to fill. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The canonical bytes. Refuses fractions, integers beyond 2^53 − 1 and unpaired surrogates. */
    public static byte[] encode(JsonNode node) {
        var text = new StringBuilder();
        write(node, text, 0);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads an object and refuses bytes that differ from their own canonical form. */
    public static ObjectNode decode(byte[] bytes) {
        if (!(parse(bytes) instanceof ObjectNode object)) {
            throw TrustRefusal.NOT_CANONICAL.at("$", "another JSON type", "object");
        }
        if (!Arrays.equals(encode(object), bytes)) {
            throw TrustRefusal.NOT_CANONICAL.at("$", "other bytes", "canonical JSON");
        }
        return object;
    }

    /**
     * Reads an object whose elements of one array are many, and hands these over one by one, so that memory holds one of
     * them at a time. Refuses bytes that differ from their own canonical form; the elements before the difference were
     * handed over.
     *
     * @param name name of the array
     * @param max most elements
     * @return everything but that array
     */
    public static ObjectNode decodeElements(byte[] bytes, String name, int max, Consumer<JsonNode> each) {
        try (var reader = new ElementReader(MAPPER.reader(), bytes)) {
            return reader.read(name, max, each);
        } catch (IOException broken) {
            throw notJson(broken);
        }
    }

    /**
     * Reads an object in any spelling of JSON, as it comes over HTTP. Refuses doubled names and whatever has no
     * canonical form.
     */
    public static ObjectNode read(byte[] bytes) {
        if (!(parse(bytes) instanceof ObjectNode object)) {
            throw TrustRefusal.NOT_CANONICAL.at("$", "another JSON type", "object");
        }
        encode(object);
        return object;
    }

    private static JsonNode parse(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (IOException broken) {
            throw notJson(broken);
        }
    }

    private static RuntimeException notJson(IOException broken) {
        var why = broken instanceof JsonProcessingException json ? json.getOriginalMessage() : broken.getMessage();
        return TrustRefusal.NOT_CANONICAL.at("$", why, "JSON");
    }

    private static void write(JsonNode node, StringBuilder text, int depth) {
        if (depth > DEPTH_MAX) {
            throw TrustRefusal.NOT_CANONICAL.at("$", "depth " + depth, "at most " + DEPTH_MAX);
        }
        switch (node.getNodeType()) {
            case OBJECT -> writeObject(node, text, depth);
            case ARRAY -> writeArray(node, text, depth);
            case STRING -> writeString(node.textValue(), text);
            case NUMBER -> text.append(integer(node));
            case BOOLEAN -> text.append(node.booleanValue());
            case NULL -> text.append("null");
            default -> throw TrustRefusal.NOT_CANONICAL.at("$", node.getNodeType(), "a JSON type");
        }
    }

    private static void writeObject(JsonNode node, StringBuilder text, int depth) {
        var names = new ArrayList<String>(node.size());
        node.fieldNames().forEachRemaining(names::add);
        Collections.sort(names);
        text.append('{');
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            writeString(names.get(i), text);
            text.append(':');
            write(node.get(names.get(i)), text, depth + 1);
        }
        text.append('}');
    }

    private static void writeArray(JsonNode node, StringBuilder text, int depth) {
        text.append('[');
        for (int i = 0; i < node.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            write(node.get(i), text, depth + 1);
        }
        text.append(']');
    }

    private static long integer(JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToLong() || Math.abs(node.longValue()) > INTEGER_MAX) {
            throw TrustRefusal.NOT_CANONICAL.at("$", node, "integer within 2^53 - 1");
        }
        return node.longValue();
    }

    /** Texts without anything to escape are taken as a whole: documents carry long base64. */
    private static void writeString(String value, StringBuilder text) {
        text.append('"');
        int from = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\') {
                text.append(value, from, i).append(escaped(c));
                from = i + 1;
            } else if (Character.isSurrogate(c)) {
                requirePair(value, i);
                i++;
            }
        }
        if (from == 0) {
            text.append(value);
        } else {
            text.append(value, from, value.length());
        }
        text.append('"');
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default -> String.format("\\u%04x", (int) c);
        };
    }

    private static void requirePair(String value, int high) {
        if (!Character.isHighSurrogate(value.charAt(high))
                || high + 1 == value.length()
                || !Character.isLowSurrogate(value.charAt(high + 1))) {
            throw TrustRefusal.NOT_CANONICAL.at("$", "unpaired surrogate", "Unicode text");
        }
    }
}
