package cn.qifeng.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.UUID;

/** One client of the public API, with or without a log in. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration CONNECT_MAX = Duration.ofSeconds(10);

    private final HttpClient client;
    private final URI address;
    private final String token;
    private final Proof proof;

    /** What proves the machine of whoever sends a request (设备凭证). */
    @FunctionalInterface
    public interface Proof {

        /** Value of the header {@code Seat-Proof}, or {@code null} where the request needs none. */
        String of(String method, String path);
    }

    /** A visitor of the platform at {@code address}, who is not logged in. */
    public Api(HttpClient client, URI address) {
        this(client, address, null, null);
    }

    /** A visitor of the platform at {@code address}. */
    public static Api at(URI address) {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_MAX)
                .build();
        return new Api(client, address);
    }

    private Api(HttpClient client, URI address, String token, Proof proof) {
        this.client = client;
        this.address = address;
        this.token = token;
        this.proof = proof;
    }

    /** The same platform with a log in. */
    public Api as(String newToken) {
        return new Api(client, address, newToken, proof);
    }

    /** The same client at a machine that proves itself. */
    public Api at(Proof machine) {
        return new Api(client, address, token, machine);
    }

    /** The token of the log in, for clients that write their requests themselves; {@code null} for a visitor. */
    public String token() {
        return token;
    }

    /** Reads JSON. */
    public JsonNode get(String path) {
        return json(send(request("GET", path).GET(), HttpResponse.BodyHandlers.ofByteArray(), "GET " + path));
    }

    /** Reads bytes. */
    public byte[] bytes(String path) {
        return send(request("GET", path).GET(), HttpResponse.BodyHandlers.ofByteArray(), "GET " + path);
    }

    /** Reads into a file, as a stream. */
    public void download(String path, Path target) {
        try (InputStream in =
                send(request("GET", path).GET(), HttpResponse.BodyHandlers.ofInputStream(), "GET " + path)) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ApiFailed("GET " + path, e.getMessage(), e);
        }
    }

    /** Posts JSON once. */
    public JsonNode post(String path, JsonNode body) {
        return post(path, body, UUID.randomUUID());
    }

    /** Posts JSON; a repeated {@code key} gives the first answer again. */
    public JsonNode post(String path, JsonNode body, UUID key) {
        return write("POST", path, "application/json", bytes(body), "Idempotency-Key", key.toString());
    }

    /** Puts JSON. */
    public JsonNode put(String path, JsonNode body) {
        return write("PUT", path, "application/json", bytes(body));
    }

    /** Puts bytes of a media type; {@code headers} are names and values in turn. */
    public JsonNode put(String path, String type, byte[] body, String... headers) {
        return write("PUT", path, type, body, headers);
    }

    private JsonNode write(String method, String path, String type, byte[] body, String... headers) {
        var request = request(method, path)
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return json(send(request, HttpResponse.BodyHandlers.ofByteArray(), method + " " + path));
    }

    private HttpRequest.Builder request(String method, String path) {
        var request = HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofMinutes(2));
        var proved = proof == null ? null : proof.of(method, path);
        if (proved != null) {
            request.header("Seat-Proof", proved);
        }
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private <T> T send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler, String what) {
        try {
            var answer = client.send(request.build(), handler);
            if (answer.statusCode() / 100 != 2) {
                throw new ApiFailed(what, answer.statusCode(), text(answer.body()));
            }
            return answer.body();
        } catch (IOException e) {
            throw new ApiFailed(what, e.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiFailed(what, "interrupted", e);
        }
    }

    private static String text(Object body) throws IOException {
        if (body instanceof InputStream in) {
            return new String(in.readNBytes(2000), java.nio.charset.StandardCharsets.UTF_8);
        }
        return new String((byte[]) body, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return bytes.length == 0 ? JSON.missingNode() : JSON.readTree(bytes);
        } catch (IOException e) {
            throw new ApiFailed("answer", "not JSON: " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(JsonNode body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
