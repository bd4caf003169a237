package cn.qifeng.launcher.measure.envelopes;

import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * One envelope as one language hands it to the other.
 *
 * @param group which group it is sealed to, from 0
 * @param publicationHash 32 bytes from which the tender's context follows
 * @param docVersion version of the tender document
 * @param plain the plain files, from file 1
 * @param stored the stored bytes of each file: its frames one after another
 */
record SealedCase(
        int group,
        byte[] publicationHash,
        int docVersion,
        byte[] header,
        byte[] signature,
        List<byte[]> plain,
        List<byte[]> stored) {

    ObjectNode toJson() {
        var json = CanonicalJson.object()
                .put("group", group)
                .put("publicationHash", publicationHash)
                .put("docVersion", docVersion)
                .put("header", header)
                .put("signature", signature);
        var files = json.putArray("files");
        for (int i = 0; i < plain.size(); i++) {
            files.addObject().put("plain", plain.get(i)).put("stored", stored.get(i));
        }
        return json;
    }

    static SealedCase from(JsonNode json) {
        List<byte[]> plain = new ArrayList<>();
        List<byte[]> stored = new ArrayList<>();
        for (var file : json.path("files")) {
            plain.add(bytes(file, "plain"));
            stored.add(bytes(file, "stored"));
        }
        return new SealedCase(
                json.path("group").asInt(),
                bytes(json, "publicationHash"),
                json.path("docVersion").asInt(),
                bytes(json, "header"),
                bytes(json, "signature"),
                plain,
                stored);
    }

    private static byte[] bytes(JsonNode json, String name) {
        try {
            return json.path(name).isTextual()
                    ? Base64.getDecoder().decode(json.path(name).textValue())
                    : json.path(name).binaryValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
