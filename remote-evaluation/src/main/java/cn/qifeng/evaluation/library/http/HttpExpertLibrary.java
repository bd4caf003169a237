package cn.qifeng.evaluation.library.http;

import cn.qifeng.evaluation.library.application.LibrarySettings;
import cn.qifeng.evaluation.library.domain.ExpertLibrary;
import cn.qifeng.evaluation.library.domain.LibraryRefusal;
import cn.qifeng.kernel.Facts;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/** The library over HTTP: POST of canonical JSON with the token of the platform (docs/expert-library.md). */
@ApplicationScoped
class HttpExpertLibrary implements ExpertLibrary {

    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int BYTES_MAX = 8 << 20;

    private final LibrarySettings settings;
    private final ObjectMapper json;
    private final HttpClient http;

    HttpExpertLibrary(LibrarySettings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
        this.http = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
    }

    @Override
    public JsonNode pool(ObjectNode request) {
        return post("/pools", request).orElseThrow(() -> silent("nothing yet"));
    }

    @Override
    public Optional<JsonNode> call(ObjectNode call) {
        return post("/calls", call);
    }

    @Override
    public JsonNode identity(ObjectNode request) {
        return post("/identities", request).orElseThrow(() -> silent("nothing yet"));
    }

    private Optional<JsonNode> post(String path, ObjectNode body) {
        var base = settings.url().map(URI::toString).orElseThrow(() -> silent("no address"));
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header("X-Library-Token", settings.token().orElse(""))
                .POST(BodyPublishers.ofByteArray(CanonicalJson.encode(body)))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofInputStream());
            return read(answer);
        } catch (IOException e) {
            throw silent(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw silent("interrupted");
        }
    }

    private Optional<JsonNode> read(HttpResponse<InputStream> answer) throws IOException {
        try (var stream = answer.body()) {
            if (answer.statusCode() == ACCEPTED) {
                return Optional.empty();
            }
            if (answer.statusCode() != OK) {
                throw silent("HTTP " + answer.statusCode());
            }
            var bytes = stream.readNBytes(BYTES_MAX);
            return Optional.of(json.readTree(bytes));
        } catch (JsonProcessingException e) {
            throw LibraryRefusal.BAD_REPLY.with(
                    Facts.field("$", "no JSON", "JSON").map());
        }
    }

    private static RuntimeException silent(String why) {
        return LibraryRefusal.SILENT.with(
                Facts.field("library", why, "an answer").map());
    }
}
