package cn.qifeng.evaluation;

import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A browser's line to a hall. */
final class HallLine implements WebSocket.Listener {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_S = 20;

    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private WebSocket socket;

    private HallLine() {}

    /** Opens one to the hall of a session. */
    static HallLine to(String session) {
        var line = new HallLine();
        line.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(
                        URI.create("ws://localhost:" + RestAssured.port + "/api/evaluation/live/halls/" + session),
                        line)
                .join();
        return line;
    }

    /** Opens one and comes in with this ticket. */
    static HallLine to(String session, String ticket) {
        return to(session).say(CanonicalJson.object().put("kind", "enter").put("ticket", ticket));
    }

    HallLine say(ObjectNode message) {
        return sayText(message.toString());
    }

    HallLine sayText(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    HallLine signal(String to, ObjectNode signal) {
        var message = CanonicalJson.object().put("kind", "signal").put("to", to);
        message.set("signal", signal);
        return say(message);
    }

    /** The next message of this kind; those before it are passed over. */
    JsonNode hears(String kind) throws InterruptedException {
        for (; ; ) {
            var next = heard.poll(PATIENCE_S, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("no " + kind + " came");
            }
            if (next.path("kind").asText().equals(kind)) {
                return next;
            }
        }
    }

    /** Whether nothing of this kind is there. */
    boolean heardNo(String kind) {
        return heard.stream().noneMatch(it -> it.path("kind").asText().equals(kind));
    }

    /** Code with which the platform ended the line. */
    int endedWith() {
        return closed.orTimeout(PATIENCE_S, TimeUnit.SECONDS).join();
    }

    boolean open() {
        return !closed.isDone();
    }

    void leave() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            try {
                heard.add(JSON.readTree(part.toString()));
            } catch (IOException noJson) {
                throw new AssertionError(noJson);
            }
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failed) {
        closed.complete(-1);
    }
}
