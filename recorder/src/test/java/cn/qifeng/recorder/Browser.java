package cn.qifeng.recorder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A headless Chromium with a made-up camera and microphone, and the smallest signalling that a recorder can be tried with. */
final class Browser implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String page;
    private final HttpServer server;
    private final Process chromium;
    private final LinkedBlockingQueue<JsonNode> in = new LinkedBlockingQueue<>();
    private volatile Consumer<JsonNode> out = line -> {};

    Browser(Path profile) throws IOException {
        this(profile, "/page.html");
    }

    Browser(Path profile, String html) throws IOException {
        page = html;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::page);
        server.createContext("/in", this::in);
        server.createContext("/out", exchange -> {
            out.accept(JSON.readTree(exchange.getRequestBody()));
            answer(exchange, new byte[0]);
        });
        server.createContext("/failed", exchange -> {
            System.err.println("page: " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, new byte[0]);
        });
        server.start();
        chromium = new ProcessBuilder(List.of(
                        "chromium",
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--use-fake-ui-for-media-stream",
                        "--use-fake-device-for-media-stream=fps=10",
                        "--user-data-dir=" + profile,
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/"))
                .redirectErrorStream(true)
                .redirectOutput(profile.resolveSibling("chromium.log").toFile())
                .start();
    }

    /** Where the page's signals go. */
    void towards(Consumer<JsonNode> receiver) {
        out = receiver;
    }

    /** A signal to the page. */
    void signal(String participant, JsonNode signal) {
        ObjectNode line = JSON.createObjectNode().put("participant", participant);
        line.set("signal", signal);
        in.add(line);
    }

    /** Has the page offer anew. */
    void renew(String participant) {
        signal(participant, JSON.createObjectNode().put("kind", "renew"));
    }

    private void page(HttpExchange exchange) throws IOException {
        try (var html = Browser.class.getResourceAsStream(page)) {
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            answer(exchange, html.readAllBytes());
        }
    }

    private void in(HttpExchange exchange) throws IOException {
        var lines = JSON.createArrayNode();
        try {
            var first = in.poll(1, TimeUnit.SECONDS);
            for (var line = first; line != null; line = in.poll()) {
                lines.add(line);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        answer(exchange, JSON.writeValueAsBytes(lines));
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() throws InterruptedException {
        chromium.descendants().forEach(ProcessHandle::destroy);
        chromium.destroy();
        chromium.waitFor(5, TimeUnit.SECONDS);
        server.stop(0);
    }
}
