package cn.qifeng.launcher.measure.hall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Headless Chromium processes with a made-up camera and microphone, and the hub through which their pages speak. */
final class Peers implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEXTS = "text/html; charset=utf-8";
    private static final String CODE = "text/javascript; charset=utf-8";
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--use-fake-ui-for-media-stream");

    private final Path folder;
    private final HttpServer server;
    private final List<Process> browsers = new ArrayList<>();
    private final Map<String, LinkedBlockingQueue<JsonNode>> in = new ConcurrentHashMap<>();
    private final Consumer<JsonNode> out;
    private final Function<String, JsonNode> tickets;

    /** {@code out} hears what pages say; {@code tickets} gives a member's ticket to its hall, or an empty object. */
    Peers(Path folder, Consumer<JsonNode> out, Function<String, JsonNode> tickets) throws IOException {
        this.folder = folder;
        this.out = out;
        this.tickets = tickets;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", exchange -> file(exchange, "peers.html", TEXTS));
        server.createContext("/peers.js", exchange -> file(exchange, "peers.js", CODE));
        server.createContext("/bare.js", exchange -> file(exchange, "bare.js", CODE));
        server.createContext("/in", this::in);
        server.createContext("/out", exchange -> {
            out.accept(JSON.readTree(exchange.getRequestBody()));
            answer(exchange, CODE, new byte[0]);
        });
        server.createContext("/ticket", exchange -> {
            var member = exchange.getRequestURI().getQuery().replaceFirst("^member=", "");
            answer(exchange, CODE, tickets.apply(member).toString().getBytes());
        });
        server.start();
    }

    /**
     * Starts a Chromium with these members in one page.
     *
     * @param fps pictures a second of the camera
     * @param line where their WebSocket is; empty when this hub speaks to them
     */
    void start(List<String> members, int fps, String line) throws IOException {
        var page = String.join(",", members);
        in.put(page, new LinkedBlockingQueue<>());
        var profile = folder.resolve("chromium-" + browsers.size());
        var command = new ArrayList<String>(List.of("chromium"));
        command.addAll(FLAGS);
        command.add("--use-fake-device-for-media-stream=fps=" + fps);
        command.add("--user-data-dir=" + profile);
        command.add("http://127.0.0.1:" + server.getAddress().getPort() + "/?members=" + page
                + (line.isEmpty() ? "" : "&line=" + line));
        browsers.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File(profile + ".log"))
                .start());
    }

    /** A message of the hall, or of this hub where {@code member} is empty, to the page of a member. */
    void tell(String page, String member, JsonNode message) {
        var line = JSON.createObjectNode().put("member", member);
        line.set("message", message);
        in.get(page).add(line);
    }

    private void file(HttpExchange exchange, String name, String type) throws IOException {
        try (var file = Peers.class.getResourceAsStream(name)) {
            answer(exchange, type, file.readAllBytes());
        }
    }

    private void in(HttpExchange exchange) throws IOException {
        var queue = in.get(exchange.getRequestURI().getQuery().replaceFirst("^page=", ""));
        var lines = JSON.createArrayNode();
        try {
            for (var line = queue.poll(1, TimeUnit.SECONDS); line != null; line = queue.poll()) {
                lines.add(line);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        answer(exchange, CODE, lines.toString().getBytes());
    }

    private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() throws InterruptedException {
        for (Process browser : browsers) {
            var all = Stream.concat(browser.descendants(), Stream.of(browser.toHandle()))
                    .toList();
            all.forEach(ProcessHandle::destroy);
            browser.waitFor(5, TimeUnit.SECONDS);
            all.forEach(ProcessHandle::destroyForcibly);
            browser.waitFor();
        }
        server.stop(0);
    }
}
