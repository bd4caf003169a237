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
import java.util.regex.Pattern;

/** Knocks at endpoints of a running service and tells who was turned away, and with which code. */
final class Door {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(60);
    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"([^\"]+)\"");

    /** What happened at the door. */
    enum Outcome {
        NOT_LOGGED_IN,
        ROLE_REFUSED,
        LET_IN
    }

    /**
     * An answer.
     *
     * @param code of the refusal, or the status of an answer without one, such as {@code 200}
     */
    record Answer(int status, String code) {

        boolean refused() {
            return status >= 400;
        }

        /** A refusal with a code of its own, or a success: neither a bug nor a door that nobody described. */
        boolean described() {
            return !refused() || status < 500 && !code.equals(String.valueOf(status));
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;

    Door(URI address) {
        this.address = address;
    }

    /** Calls with an empty body and made-up ids; {@code token} is {@code null} for nobody. */
    Outcome knock(Endpoint endpoint, String token) {
        String path = endpoint.path().replaceAll("\\{\\w+}", UUID.randomUUID().toString());
        if (endpoint.method().equals("WS")) {
            return connect(path, token);
        }
        var answer = ask(endpoint, Request.to(path, token).with(json(endpoint) ? "{}" : ""));
        if (answer.status() == 401) {
            return Outcome.NOT_LOGGED_IN;
        }
        return answer.status() == 403 && answer.code().equals("access/role-required")
                ? Outcome.ROLE_REFUSED
                : Outcome.LET_IN;
    }

    /** Fires a request that somebody has written. */
    Answer ask(Endpoint endpoint, Request asked) {
        boolean hasBody = !endpoint.method().equals("GET") && !endpoint.method().equals("DELETE");
        var request = HttpRequest.newBuilder(address.resolve(asked.path()))
                .timeout(ANSWER_MAX)
                .header("Accept", "*/*")
                .method(
                        endpoint.method(),
                        hasBody ? BodyPublishers.ofByteArray(asked.body()) : BodyPublishers.noBody());
        if (hasBody) {
            request.setHeader("Content-Type", endpoint.mediaType());
        }
        if (asked.token() != null) {
            request.setHeader("Authorization", "Bearer " + asked.token());
        }
        asked.headers().forEach(request::setHeader);
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), code(answer.statusCode(), answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(endpoint.key(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean json(Endpoint endpoint) {
        boolean hasBody = !endpoint.method().equals("GET") && !endpoint.method().equals("DELETE");
        return hasBody && endpoint.mediaType().equals("application/json");
    }

    private static String code(int status, String body) {
        var code = CODE.matcher(body);
        return status >= 400 && code.find() ? code.group(1) : String.valueOf(status);
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
                return refused.getResponse().statusCode() == 401 ? Outcome.NOT_LOGGED_IN : Outcome.ROLE_REFUSED;
            }
            throw e;
        }
    }
}
