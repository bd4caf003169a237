package cn.qifeng.auditor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.TreeMap;

/** Canonical JSON of docs/evidence.md section 1. */
public final class Canon {

    private static final long SAFE = (1L << 53) - 1;
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxStringLength(64 << 20)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private Canon() {}

    /** The value of canonical bytes; {@link Broken} for bytes that are not canonical. */
    public static JsonNode parse(byte[] bytes, String object) {
        try {
            var value = MAPPER.readTree(bytes);
            Broken.unless(value != null && Arrays.equals(bytes, bytes(value, object)), object, "not canonical JSON");
            return value;
        } catch (JsonProcessingException e) {
            throw new Broken(object, "not canonical JSON", e.getOriginalMessage());
        } catch (IOException e) {
            throw new Broken(object, "unreadable", String.valueOf(e.getMessage()));
        }
    }

    /** Canonical bytes of a value; {@link Broken} for a value that has none, a fraction for instance. */
    public static byte[] bytes(JsonNode value, String object) {
        var text = new StringBuilder();
        write(value, text, object);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(JsonNode value, StringBuilder out, String object) {
        if (value.isObject()) {
            writeObject(value, out, object);
        } else if (value.isArray()) {
            out.append('[');
            for (int i = 0; i < value.size(); i++) {
                out.append(i == 0 ? "" : ",");
                write(value.get(i), out, object);
            }
            out.append(']');
        } else if (value.isTextual()) {
            quote(value.textValue(), out);
        } else if (value.isIntegralNumber() && value.canConvertToLong() && Math.abs(value.longValue()) <= SAFE) {
            out.append(value.longValue());
        } else if (value.isBoolean() || value.isNull()) {
            out.append(value.asText());
        } else {
            throw new Broken(object, "not canonical JSON", String.valueOf(value));
        }
    }

    private static void writeObject(JsonNode value, StringBuilder out, String object) {
        var members = new TreeMap<String, JsonNode>();
        value.fields().forEachRemaining(member -> members.put(member.getKey(), member.getValue()));
        out.append('{');
        boolean first = true;
        for (var member : members.entrySet()) {
            out.append(first ? "" : ",");
            first = false;
            quote(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out, object);
        }
        out.append('}');
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int escape = "\"\\\b\t\n\f\r".indexOf(c);
            if (escape >= 0) {
                out.append('\\').append("\"\\btnfr".charAt(escape));
            } else if (c < 0x20) {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
