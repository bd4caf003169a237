package cn.qifeng.auditor;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads fields in the one form that docs/evidence.md section 1 allows; everything else is {@link Broken}. */
public final class Shape {

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,20}(\\.\\d{1,10})?");

    private Shape() {}

    /** Demands an object with exactly these members. */
    public static void exactly(JsonNode node, String object, String... members) {
        var seen = new TreeSet<String>();
        node.fieldNames().forEachRemaining(seen::add);
        Broken.unless(
                node.isObject() && seen.equals(Set.of(members)),
                object,
                "not exactly the members",
                seen + " instead of " + new TreeSet<>(Set.of(members)));
    }

    /** A text. */
    public static String text(JsonNode node, String field, String object) {
        var value = node.path(field);
        Broken.unless(value.isTextual(), at(object, field), value.isMissingNode() ? "missing" : "not a text");
        return value.textValue();
    }

    /** An integer that is not negative. */
    public static long number(JsonNode node, String field, String object) {
        var value = node.path(field);
        Broken.unless(
                value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 0,
                at(object, field),
                value.isMissingNode() ? "missing" : "not a number");
        return value.longValue();
    }

    /** Demands that a field has exactly this value. */
    public static void equal(JsonNode node, String field, JsonNode expected, String object, String reason) {
        Broken.unless(node.path(field).equals(expected), at(object, field), reason);
    }

    /** Demands that a field is exactly this text. */
    public static void equal(JsonNode node, String field, String expected, String object, String reason) {
        Broken.unless(expected.equals(node.path(field).textValue()), at(object, field), reason);
    }

    /** Demands that a field is exactly this number. */
    public static void equal(JsonNode node, String field, long expected, String object, String reason) {
        Broken.unless(
                node.path(field).isIntegralNumber() && node.path(field).longValue() == expected,
                at(object, field),
                reason);
    }

    /** Bytes of a hex field of the given length. */
    public static byte[] hex(JsonNode node, String field, int length, String object) {
        return hex(text(node, field, object), length, at(object, field));
    }

    /** Bytes written in lower-case hexadecimal. */
    public static byte[] hex(String text, int length, String object) {
        try {
            var bytes = HexFormat.of().parseHex(text);
            Broken.unless(
                    bytes.length == length && HexFormat.of().formatHex(bytes).equals(text),
                    object,
                    "not hexadecimal of the length",
                    length);
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new Broken(object, "not hexadecimal");
        }
    }

    /** A list of hashes in hexadecimal. */
    public static List<byte[]> hashes(JsonNode node, String field, String object) {
        var list = node.path(field);
        Broken.unless(list.isArray(), at(object, field), "not a list");
        var hashes = new ArrayList<byte[]>();
        for (JsonNode hash : list) {
            Broken.unless(hash.isTextual(), at(object, field), "not a hash");
            hashes.add(hex(hash.textValue(), 32, at(object, field)));
        }
        return hashes;
    }

    /** Bytes of a base64 field, which has padding and no spare bits. */
    public static byte[] base64(JsonNode node, String field, String object) {
        var text = text(node, field, object);
        try {
            var bytes = Base64.getDecoder().decode(text);
            Broken.unless(Base64.getEncoder().encodeToString(bytes).equals(text), at(object, field), "not base64");
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new Broken(at(object, field), "not base64");
        }
    }

    /** A moment in the one form that evidence uses. */
    public static Instant moment(JsonNode node, String field, String object) {
        var text = text(node, field, object);
        try {
            Broken.unless(MOMENT.matcher(text).matches(), at(object, field), "not a moment");
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Broken(at(object, field), "not a moment");
        }
    }

    /** A decimal written as text. */
    public static BigDecimal decimal(JsonNode value, String object) {
        Broken.unless(
                value.isTextual() && DECIMAL.matcher(value.textValue()).matches(), object, "not a decimal", value);
        return new BigDecimal(value.textValue());
    }

    /** The name of a field of an object. */
    public static String at(String object, String field) {
        return object + (object.contains("#") ? "." : "#") + field;
    }
}
