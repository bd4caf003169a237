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

    /** Reads raw bytes, such as an opened file; throws {@link ServiceFailed}. */
    public byte[] bytes(String service, String path) {
        var answer = call(service, "GET", path, Map.of("Accept", "*/*"), null);
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
