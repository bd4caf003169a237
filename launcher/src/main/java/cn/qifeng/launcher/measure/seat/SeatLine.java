package cn.qifeng.launcher.measure.seat;

import cn.qifeng.cli.client.Api;
import cn.qifeng.cli.client.Login;
import cn.qifeng.trust.cert.KeyFile;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.SigningKey;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The line of one member's client to the platform: a call that is not answered within two seconds has failed. */
public final class SeatLine {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI platform;
    private final SigningKey key;
    private String token;

    /** An answer; {@code status} 0 where there was none. */
    public record Answer(int status, JsonNode body) {

        /** Whether it was done. */
        public boolean good() {
            return status / 100 == 2;
        }

        /** Whether it was refused with this code. */
        public boolean refusedBy(String code) {
            return body.path("code").asText().equals(code);
        }
    }

    private SeatLine(URI platform, SigningKey key) {
        this.platform = platform;
        this.key = key;
    }

    /** A demo person's line; the sandbox gives its key file. */
    public static SeatLine of(URI platform, JsonNode person) {
        var file = Api.at(platform)
                .bytes("/api/core/sandbox/people/" + person.path("account").asText() + "/key-file");
        var password = person.path("keyFilePassword").asText().toCharArray();
        var line = new SeatLine(platform, SigningKey.of(KeyFile.read(file, password)));
        line.logIn();
        return line;
    }

    /** What the sandbox tells of its people, by account. */
    public static Map<String, JsonNode> people(URI platform) {
        var people = new HashMap<String, JsonNode>();
        Api.at(platform)
                .get("/api/core/sandbox/people")
                .path("people")
                .forEach(it -> people.put(it.path("account").asText(), it));
        return people;
    }

    /** The person's key. */
    public SigningKey key() {
        return key;
    }

    /** A client with the same log in that refuses by exceptions and reads bytes. */
    public Api api() {
        return Api.at(platform).as(token);
    }

    /** Reads. */
    public Answer get(String path) {
        return send("GET", path, null, null);
    }

    /** Puts. */
    public Answer put(String path, JsonNode body) {
        return send("PUT", path, body, null);
    }

    /** Posts; a repeated key gives the first answer again. */
    public Answer post(String path, JsonNode body, UUID once) {
        return send("POST", path, body, once);
    }

    /** Signs a doc over the head of the chain. */
    public ObjectNode signed(String tender, ObjectNode doc) {
        var head = get("/api/core/public/tenders/" + tender + "/chain-head").body();
        doc.putObject("seen")
                .put("n", head.path("n").asLong())
                .put("hash", head.path("hash").asText());
        return Statement.of(doc, key).toJson();
    }

    private void logIn() {
        token = Login.byCertificate(Api.at(platform), key).token();
    }

    private Answer send(String method, String path, JsonNode body, UUID once) {
        var answer = sendOnce(method, path, body, once);
        if (answer.status() != 401) {
            return answer;
        }
        logIn();
        return sendOnce(method, path, body, once);
    }

    private Answer sendOnce(String method, String path, JsonNode body, UUID once) {
        var bytes = body == null ? new byte[0] : CanonicalJson.encode(body);
        var request = HttpRequest.newBuilder(platform.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofByteArray(bytes));
        if (once != null) {
            request.header("Idempotency-Key", once.toString());
        }
        try {
            var heard = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            var said = heard.body().length == 0 ? CanonicalJson.object() : JSON.readTree(heard.body());
            return new Answer(heard.statusCode(), said);
        } catch (IOException cut) {
            return new Answer(0, CanonicalJson.object());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(0, CanonicalJson.object());
        }
    }
}
