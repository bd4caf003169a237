package cn.qifeng.testkit.access;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request to be fired (请求).
 *
 * @param path with all ids in it, and the query
 * @param token of the caller, or {@code null} for nobody
 * @param body its bytes; empty for a {@code GET}
 * @param headers further headers; they win over the defaults
 */
public record Request(String path, String token, byte[] body, Map<String, String> headers) {

    /** A request without a body. */
    public static Request to(String path, String token) {
        return new Request(path, token, new byte[0], Map.of());
    }

    /** The same with a body of text, such as JSON. */
    public Request with(String text) {
        return with(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with a body. */
    public Request with(byte[] bytes) {
        return new Request(path, token, bytes, headers);
    }

    /** The same with these headers. */
    public Request with(Map<String, String> more) {
        return new Request(path, token, body, more);
    }
}
