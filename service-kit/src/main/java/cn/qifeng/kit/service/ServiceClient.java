package cn.qifeng.kit.service;

import cn.qifeng.kit.service.Wire.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Calls another service with this service's own credentials (docs/api.md, "Between services"). */
@ApplicationScoped
public class ServiceClient {

    private static final Map<String, String> ANYTHING = Map.of("Accept", "*/*");

    private final Wire wire;
    private final ServiceTokens tokens;
    private final ObjectMapper json;

    ServiceClient(Wire wire, ServiceTokens tokens, ObjectMapper json) {
        this.wire = wire;
        this.tokens = tokens;
        this.json = json;
    }

    /** Reads JSON; throws {@link ServiceFailed} for any status but 2xx. */
    public JsonNode get(String service, String path) {
        return read(service, path, call(service, "GET", path, Map.of(), null));
    }

    /** Posts JSON and reads the answer, a missing node when it is empty; throws {@link ServiceFailed}. */
    public JsonNode post(String service, String path, Object body) {
        try {
            return read(service, path, call(service, "POST", path, Map.of(), json.writeValueAsBytes(body)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads raw bytes as they come, such as an opened file, which may be larger than memory; the caller closes the stream.
     * Throws {@link ServiceFailed}.
     */
    public Wire.Stream open(String service, String path) {
        return open(service, path, Map.of());
    }

    /** The same with further headers, such as the part of a file that is wanted. */
    public Wire.Stream open(String service, String path, Map<String, String> further) {
        var headers = new HashMap<>(ANYTHING);
        headers.putAll(further);
        try {
            var stream = wire.open(service, path, withToken(headers));
            if (stream.status() == 401) {
                stream.close();
                tokens.forget();
                stream = wire.open(service, path, withToken(headers));
            }
            return good(service, path, stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Wire.Stream good(String service, String path, Wire.Stream stream) throws IOException {
        if (stream.status() / 100 == 2) {
            return stream;
        }
        try (stream) {
            throw new ServiceFailed(
                    service, path, new Answer(stream.status(), stream.body().readAllBytes()));
        }
    }

    /** Posts raw bytes and reads raw bytes, such as a document and the same with a seal; throws {@link ServiceFailed}. */
    public byte[] bytes(String service, String path, byte[] body) {
        var headers = Map.of("Content-Type", "application/octet-stream", "Accept", "*/*");
        var answer = call(service, "POST", path, headers, body);
        if (!answer.good()) {
            throw new ServiceFailed(service, path, answer);
        }
        return answer.body();
    }

    /** One call with credentials; a token that was not accepted is renewed once. */
    public Answer call(String service, String method, String path, Map<String, String> headers, byte[] body) {
        try {
            var answer = wire.send(service, method, path, withToken(headers), body);
            if (answer.status() == 401) {
                tokens.forget();
                answer = wire.send(service, method, path, withToken(headers), body);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> withToken(Map<String, String> headers) {
        var all = new HashMap<>(headers);
        all.put("Authorization", "Bearer " + tokens.current());
        return all;
    }

    private JsonNode read(String service, String path, Answer answer) {
        if (!answer.good()) {
            throw new ServiceFailed(service, path, answer);
        }
        try {
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
