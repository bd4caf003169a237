package cn.qifeng.bond.outbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Two receiving services: one that refuses what it is told to refuse, and one that hangs. */
public class Receivers implements QuarkusTestResourceLifecycleManager {

    static final String MOODY = "moody";
    static final String HANGING = "hanging";

    /** What the moody one took in: path, key and body. */
    static final List<Taken> TAKEN = new CopyOnWriteArrayList<>();
    /** How often it still refuses a path. */
    static final Map<String, AtomicInteger> REFUSALS = new ConcurrentHashMap<>();
    /** The keys it refused to take, once each. */
    static final Set<String> REFUSED_KEYS = ConcurrentHashMap.newKeySet();

    /** How many calls hang at the other one, and what ends that. */
    static final AtomicInteger HANGING_NOW = new AtomicInteger();

    static final CountDownLatch LET_GO = new CountDownLatch(1);

    private HttpServer moody;
    private HttpServer hanging;

    record Taken(String path, String key, String body) {}

    @Override
    public Map<String, String> start() {
        moody = server(this::judge);
        hanging = server(exchange -> {
            exchange.getRequestBody().readAllBytes();
            hang(exchange);
        });
        return Map.of("qifeng.url." + MOODY, address(moody), "qifeng.url." + HANGING, address(hanging));
    }

    @Override
    public void stop() {
        moody.stop(0);
        hanging.stop(0);
    }

    private void judge(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        var refusals = REFUSALS.get(path);
        boolean refused = refusals != null && refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        if (refused) {
            REFUSED_KEYS.add(key);
        } else {
            TAKEN.add(new Taken(path, key, body));
        }
        exchange.sendResponseHeaders(refused ? 503 : 204, -1);
        exchange.close();
    }

    /** Answers when the test lets it, at the latest when the caller has long given up. */
    private static void hang(HttpExchange exchange) throws IOException {
        HANGING_NOW.incrementAndGet();
        try {
            LET_GO.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        HANGING_NOW.decrementAndGet();
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private static HttpServer server(com.sun.net.httpserver.HttpHandler handler) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newFixedThreadPool(4, work -> {
                var thread = new Thread(work);
                thread.setDaemon(true);
                return thread;
            }));
            server.createContext("/", handler);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String address(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }
}
