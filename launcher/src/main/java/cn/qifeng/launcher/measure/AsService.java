package cn.qifeng.launcher.measure;

import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls trading-core as another service of the same platform does: directly, with that service's credentials. */
public final class AsService {

    private static final Duration ANSWER_MAX = Duration.ofMinutes(5);

    private final URI core;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private AsService(URI core, String token) {
        this.core = core;
        this.token = token;
    }

    /** As remote-evaluation does; its token is good for a quarter of an hour. */
    public static AsService of(OwnPlatform platform) throws IOException, InterruptedException {
        var settings = platform.settings("remote-evaluation");
        var stranger = new AsService(URI.create(settings.getProperty("qifeng.url.trading-core")), null);
        var proof = CanonicalJson.object()
                .put("service", "remote-evaluation")
                .put("secret", settings.getProperty("qifeng.service.secret"));
        return new AsService(
                stranger.core,
                stranger.post("/internal/tokens", proof).required("token").textValue());
    }

    /** Posts JSON and reads the JSON of the answer; throws for any status but 200. */
    ObjectNode post(String path, ObjectNode body) throws IOException, InterruptedException {
        return send(request(path).POST(BodyPublishers.ofByteArray(CanonicalJson.encode(body))));
    }

    /** Reads JSON; throws for any status but 200. */
    public ObjectNode get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** SM3 of what lies at a path, hexadecimal; read as a stream. */
    public String sm3(String path) throws IOException, InterruptedException {
        var request = request(path).setHeader("Accept", "*/*").GET().build();
        var answer = http.send(request, BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new IOException(path + " was answered " + answer.statusCode());
            }
            return Hex.encode(Sm3.of(body));
        }
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(core.resolve(path))
                .timeout(ANSWER_MAX)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private ObjectNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var built = request.build();
        var answer = http.send(built, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(built.uri().getPath() + " was answered " + answer.statusCode());
        }
        return CanonicalJson.read(answer.body());
    }
}
