package cn.qifeng.recorder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The line to a Janus: one session of its WebSocket API, requests and their answers. */
final class JanusLine implements WebSocket.Listener {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLUGIN = "janus.plugin.videoroom";
    private static final long START_MS_MAX = 10_000;
    private static final long STEP_MS = 100;
    private static final long PATIENCE_S = 10;

    private final String secret;
    private final Runnable gone;
    private final Map<String, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final Map<Long, Runnable> standing = new ConcurrentHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private WebSocket socket;
    private CompletableFuture<WebSocket> sending;
    private long session;
    private long number;

    private JanusLine(String secret, Runnable gone) {
        this.secret = secret;
        this.gone = gone;
    }

    /** Connects to a server that is starting; {@code gone} is told when the line ends, also on purpose. */
    static JanusLine open(JanusServer server, Runnable gone) throws IOException, InterruptedException {
        var line = new JanusLine(server.apiSecret(), gone);
        long until = System.currentTimeMillis() + START_MS_MAX;
        while (line.socket == null) {
            try {
                line.connect(server.address());
            } catch (ExecutionException notYet) {
                if (System.currentTimeMillis() > until || !server.alive()) {
                    throw new IOException("janus does not answer", notYet);
                }
                Thread.sleep(STEP_MS);
            }
        }
        line.session = line.now(request("create")).path("data").path("id").asLong();
        return line;
    }

    private void connect(URI address) throws ExecutionException, InterruptedException {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("janus-protocol")
                .buildAsync(address, this)
                .get();
        sending = CompletableFuture.completedFuture(socket);
    }

    static ObjectNode request(String what) {
        return JSON.createObjectNode().put("janus", what);
    }

    static ObjectNode body(String what) {
        return JSON.createObjectNode().put("request", what);
    }

    /** Asks; the answer comes on a thread of its own, and is refused where the server refuses. */
    CompletableFuture<JsonNode> ask(ObjectNode request) {
        var transaction = String.valueOf(++number);
        var answer = new CompletableFuture<JsonNode>();
        asked.put(transaction, answer);
        send(request.put("transaction", transaction));
        return answer;
    }

    private void send(ObjectNode request) {
        request.put("apisecret", secret);
        if (session != 0) {
            request.put("session_id", session);
        }
        sending = sending.thenCompose(it -> it.sendText(request.toString(), true));
    }

    /** Tells without waiting for more than that it arrived. */
    void tell(ObjectNode request) {
        send(request.put("transaction", "0"));
    }

    /** Asks and waits. */
    JsonNode now(ObjectNode request) throws IOException, InterruptedException {
        try {
            return ask(request).get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(e);
        }
    }

    /** A handle of the room's plugin. */
    CompletableFuture<Long> attach() {
        return ask(request("attach").put("plugin", PLUGIN))
                .thenApply(it -> it.path("data").path("id").asLong());
    }

    /** Has somebody told when media flow on a handle. */
    void whenStanding(long handle, Runnable told) {
        standing.put(handle, told);
    }

    /** Gives a handle back. */
    void detach(long handle) {
        standing.remove(handle);
        tell(request("detach").put("handle_id", handle));
    }

    /** A message to the plugin, with a description where {@code sdp} is one. */
    static ObjectNode message(long handle, ObjectNode body, String type, String sdp) {
        var message = request("message").put("handle_id", handle);
        message.set("body", body);
        if (sdp != null) {
            message.putObject("jsep").put("type", type).put("sdp", sdp);
        }
        return message;
    }

    /** Keeps the session. */
    void keep() {
        tell(request("keepalive"));
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            var whole = text.toString();
            text.setLength(0);
            take(whole);
        }
        from.request(1);
        return null;
    }

    private void take(String whole) {
        try {
            var message = JSON.readTree(whole);
            var kind = message.path("janus").asText();
            if (kind.equals("webrtcup")) {
                var stands = standing.get(message.path("sender").asLong());
                if (stands != null) {
                    stands.run();
                }
            } else if (!kind.equals("ack")) {
                var answer = asked.remove(message.path("transaction").asText());
                if (answer != null) {
                    settle(answer, kind, message);
                }
            }
        } catch (IOException noJson) {
            Log.say("janus is not understood: " + noJson.getMessage());
        }
    }

    private static void settle(CompletableFuture<JsonNode> answer, String kind, JsonNode message) {
        var data = message.path("plugindata").path("data");
        if (kind.equals("error") || data.has("error")) {
            var error = data.has("error")
                    ? data.path("error")
                    : message.path("error").path("reason");
            answer.completeExceptionally(new IOException("janus refuses: " + error.asText()));
        } else {
            answer.complete(message);
        }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        gone.run();
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        gone.run();
    }
}
