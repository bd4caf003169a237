package cn.qifeng.trading.opening;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

/** An answer without what is random or a name: two lots that differ only in their ids have the same one. */
final class WithoutNames {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Sizes of signatures vary by a few bytes, and the moment of the answer is no property of the lot. */
    private static final List<String> HEADERS = List.of("content-length", "date", "etag");

    private static final Map<Pattern, String> NAMES = Map.of(
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"), "<id>",
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d)?(\\.\\d+)?Z?"), "<moment>");
    private static final Pattern HEX = Pattern.compile("\\b[0-9a-f]{32,}\\b");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{40,}={0,2}");
    private static final Pattern DEAL = Pattern.compile("[A-Z]\\d\\d-[0-9A-Z]{18}-\\d{8}-\\d{6}-[0-9A-Z*]");
    private static final Pattern CODE = Pattern.compile("\\b[A-Z0-9]{16,40}\\b");
    private static final Pattern NUMBER = Pattern.compile("\"(size|prevSize|index|from|to|boundMs)\" ?: ?\\d+");
    private static final Pattern HASHES = Pattern.compile("\\[(\"<hex>\",?)*]");

    private WithoutNames() {}

    /** Status, headers and body. */
    static String of(HttpResponse<byte[]> answer, String lot, String tender) {
        var headers = new TreeMap<String, List<String>>(answer.headers().map());
        headers.keySet().removeIf(HEADERS::contains);
        return answer.statusCode() + "\n" + neutral(headers.toString()) + "\n" + body(answer.body(), lot, tender);
    }

    private static String body(byte[] bytes, String lot, String tender) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (text.startsWith("PK")) {
            return unzipped(bytes);
        }
        return neutral(text.startsWith("[") ? about(text, lot, tender) : text);
    }

    /** Of a list of all lots, what is about this one. */
    private static String about(String array, String lot, String tender) {
        try {
            var own = JSON.createArrayNode();
            for (JsonNode element : JSON.readTree(array)) {
                if (element.toString().contains(lot) || element.toString().contains(tender)) {
                    own.add(element);
                }
            }
            return own.toString();
        } catch (JsonProcessingException e) {
            return array;
        }
    }

    private static String unzipped(byte[] bytes) {
        var entries = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var name = neutral(entry.getName());
                var text = neutral(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                entries.merge(name, text, (one, other) -> one + "\n" + other);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return entries.toString();
    }

    private static String neutral(String text) {
        var plain = text;
        for (var name : NAMES.entrySet()) {
            plain = name.getKey().matcher(plain).replaceAll(name.getValue());
        }
        plain = HEX.matcher(plain).replaceAll("<hex>");
        plain = DEAL.matcher(plain).replaceAll("<deal>");
        plain = CODE.matcher(plain).replaceAll("<code>");
        plain = BASE64.matcher(plain).replaceAll("<base64>");
        plain = NUMBER.matcher(plain).replaceAll("\"$1\":<number>");
        return HASHES.matcher(plain).replaceAll("<hashes>");
    }
}
