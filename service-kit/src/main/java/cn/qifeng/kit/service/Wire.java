package cn.qifeng.kit.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Plain HTTP to another service of the platform. */
@ApplicationScoped
public class Wire {

    private static final Duration CONNECT_MAX = Duration.ofSeconds(2);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

    private final Services addresses;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_MAX)
            .build();

    Wire(Services addresses) {
        this.addresses = addresses;
    }

    /**
     * Sends one request and reads the whole answer.
     *
     * @param body JSON, or {@code null} for none
     * @throws IOException when the service cannot be reached or does not answer within 30 s
     */
    public Answer send(String service, String method, String path, Map<String, String> headers, byte[] body)
            throws IOException {
        return send(service, method, path, headers, body, ANSWER_MAX);
    }

    /** The same with an own limit of time. */
    public Answer send(
            String service, String method, String path, Map<String, String> headers, byte[] body, Duration limit)
            throws IOException {
        var answer = answer(service, request(service, method, path, headers, body, limit), BodyHandlers.ofByteArray());
        return new Answer(answer.statusCode(), answer.body());
    }

    /**
     * Asks for something that may be larger than memory; the caller closes the stream.
     *
     * @throws IOException when the service cannot be reached or does not begin to answer within 30 s
     */
    public Stream open(String service, String path, Map<String, String> headers) throws IOException {
        var request = request(service, "GET", path, headers, null, ANSWER_MAX);
        var answer = answer(service, request, BodyHandlers.ofInputStream());
        long length = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
        var range = answer.headers().firstValue("Content-Range");
        return new Stream(answer.statusCode(), length, range, answer.body());
    }

    private HttpRequest request(
            String service, String method, String path, Map<String, String> headers, byte[] body, Duration limit) {
        var request = HttpRequest.newBuilder(address(service).resolve(path))
                .timeout(limit)
                .header("Accept", "application/json");
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json").method(method, BodyPublishers.ofByteArray(body));
        }
        headers.forEach(request::setHeader);
        return request.build();
    }

    private <T> HttpResponse<T> answer(String service, HttpRequest request, BodyHandler<T> body) throws IOException {
        try {
            return http.send(request, body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(service);
        }
    }

    private URI address(String service) {
        return Optional.ofNullable(addresses.byName().get(service))
                .orElseThrow(() -> new IllegalStateException("qifeng.url." + service + " is not configured"));
    }

    /** Status of an answer, its length in bytes (−1: unknown), which part of a whole it is, and its body as it comes. */
    public record Stream(int status, long length, Optional<String> contentRange, InputStream body)
            implements AutoCloseable {

        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    /** Status and body of an answer. */
    public record Answer(int status, byte[] body) {

        /** Whether the status is 2xx. */
        public boolean good() {
            return status / 100 == 2;
        }
    }
}
