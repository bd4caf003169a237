package cn.qifeng.trading.opening;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Stands between a client and the platform, notes what is posted, and may change what the client is told. */
final class LyingPlatform implements AutoCloseable {

    private final HttpServer server;
    private final URI real;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> posts = new ArrayList<>();
    private BiFunction<String, byte[], byte[]> lie = (path, answer) -> answer;

    LyingPlatform(int realPort) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        real = URI.create("http://localhost:" + realPort);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Path and true answer to the answer that is told. */
    void lies(BiFunction<String, byte[], byte[]> told) {
        lie = told;
    }

    void tellsTheTruth() {
        lie = (path, answer) -> answer;
    }

    /** Paths to which something was posted. */
    List<String> posts() {
        return posts;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().toString();
        var request = HttpRequest.newBuilder(real.resolve(path))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        for (String header : List.of("Authorization", "Content-Type", "Idempotency-Key", "X-Frame-SM3")) {
            var value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) {
                request.header(header, value);
            }
        }
        if (exchange.getRequestMethod().equals("POST")) {
            posts.add(path);
        }
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            var body = answer.statusCode() / 100 == 2 ? lie.apply(path, answer.body()) : answer.body();
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
