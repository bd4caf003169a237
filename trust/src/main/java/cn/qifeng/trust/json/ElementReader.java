package cn.qifeng.trust.json;

import cn.qifeng.trust.TrustRefusal;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Reads canonical JSON element by element: each element must stand in the bytes in its canonical form, and so must
 * everything around them with the array emptied.
 */
final class ElementReader implements Closeable {

    private final ObjectReader trees;
    private final JsonParser parser;
    private final byte[] bytes;

    /** First byte of the array's elements, and the byte behind the last one read. */
    private int from;

    private int to;

    ElementReader(ObjectReader reader, byte[] bytes) throws IOException {
        this.trees = reader.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.parser = reader.createParser(bytes);
        this.bytes = bytes;
    }

    ObjectNode read(String name, int max, Consumer<JsonNode> each) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw TrustRefusal.NOT_CANONICAL.at("$", "another JSON type", "object");
        }
        var rest = CanonicalJson.object();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var field = parser.currentName();
            var first = parser.nextToken();
            if (!field.equals(name)) {
                rest.set(field, trees.readTree(parser));
            } else if (first == JsonToken.START_ARRAY) {
                elements(name, max, each);
                rest.putArray(name);
            } else {
                throw TrustRefusal.BAD_FIELD.at(name, first, "array of at most " + max);
            }
        }
        if (!rest.has(name)) {
            throw TrustRefusal.BAD_FIELD.at(name, "absent", "present");
        }
        require(Arrays.equals(CanonicalJson.encode(rest), around()));
        rest.remove(name);
        return rest;
    }

    private void elements(String name, int max, Consumer<JsonNode> each) throws IOException {
        from = (int) parser.currentTokenLocation().getByteOffset() + 1;
        to = from;
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (count == max) {
                throw TrustRefusal.BAD_FIELD.at(name, "more", "array of at most " + max);
            }
            JsonNode element = trees.readTree(parser);
            if (count > 0) {
                pass(new byte[] {','});
            }
            pass(CanonicalJson.encode(element));
            each.accept(element);
            count++;
        }
    }

    private void pass(byte[] expected) {
        int end = to + expected.length;
        require(end <= bytes.length && Arrays.equals(bytes, to, end, expected, 0, expected.length));
        to = end;
    }

    private byte[] around() {
        var around = new ByteArrayOutputStream();
        around.write(bytes, 0, from);
        around.write(bytes, to, bytes.length - to);
        return around.toByteArray();
    }

    private static void require(boolean canonical) {
        if (!canonical) {
            throw TrustRefusal.NOT_CANONICAL.at("$", "other bytes", "canonical JSON");
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
