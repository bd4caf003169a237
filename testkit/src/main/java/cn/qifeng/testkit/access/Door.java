package cn.qifeng.testkit.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionException;

/** Knocks at endpoints of a running service and tells whether a role was turned away. */
final class Door {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);

    /** What happened at the door. */
    enum Outcome {
        NOT_LOGGED_IN,
        ROLE_REFUSED,
        LET_IN
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;

    Door(URI address) {
        this.address = address;
    }

    /** Calls with an empty body and made-up ids; {@code token} is {@code null} for nobody. */
    Outcome knock(Endpoint endpoint, String token) {
        String path = endpoint.path().replaceAll("\\{\\w+}", UUID.randomUUID().toString());
        return endpoint.method().equals("WS") ? connect(path, token) : call(endpoint, path, token);
    }

    private Outcome call(Endpoint endpoint, String path, String token) {
        boolean hasBody = !endpoint.method().equals("GET") && !endpoint.method().equals("DELETE");
        String body = endpoint.mediaType().equals("application/json") ? "{}" : "";
        var request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(ANSWER_MAX)
                .header("Accept", "*/*")
                .method(endpoint.method(), hasBody ? BodyPublishers.ofString(body) : BodyPublishers.noBody());
        if (hasBody) {
            request.header("Content-Type", endpoint.mediaType());
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            return outcome(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(endpoint.key(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Outcome connect(String path, String token) {
        var builder = http.newWebSocketBuilder().connectTimeout(ANSWER_MAX);
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        String scheme = address.getScheme().equals("https") ? "wss" : "ws";
        try {
            builder.buildAsync(URI.create(scheme + "://" + address.getAuthority() + path), new WebSocket.Listener() {})
                    .join()
                    .abort();
            return Outcome.LET_IN;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return outcome(refused.getResponse().statusCode(), "access/role-required");
            }
            throw e;
        }
    }

    private static Outcome outcome(int status, String body) {
        if (status == 401) {
            return Outcome.NOT_LOGGED_IN;
        }
        return status == 403 && body.contains("access/role-required") ? Outcome.ROLE_REFUSED : Outcome.LET_IN;
    }
}
