package cn.qifeng.trading.log;

import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.cert.StockAuthority;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.stamp.TimeStampAuthority;
import cn.qifeng.trust.stamp.TimeStampQuery;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Outside time-stamp authorities of a test: an honest one, one that is down, one that never answers, and four liars. */
public class AuthoritiesResource implements QuarkusTestResourceLifecycleManager {

    static final AtomicInteger HANGING = new AtomicInteger();
    static final CountDownLatch RELEASE = new CountDownLatch(1);
    static volatile boolean honestIsDown;

    private static final SecureRandom RANDOM = new SecureRandom();

    private HttpServer server;

    /** What an authority answers to a question. */
    private interface Answer {
        byte[] to(byte[] query) throws IOException;
    }

    @Override
    public Map<String, String> start() {
        try {
            var keys = Files.createTempDirectory("qifeng-test-keys");
            var now = Instant.now();
            var root = StockAuthority.create("时间根", now, RANDOM);
            var known = new TimeStampAuthority(
                    root.issueTimeStampAuthority("外部时间戳", now.minusSeconds(86_400), now.plusSeconds(86_400)), RANDOM);
            var stranger = new TimeStampAuthority(
                    root.issueTimeStampAuthority("另一家", now.minusSeconds(86_400), now.plusSeconds(86_400)), RANDOM);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newCachedThreadPool());
            serve("honest", query -> honestIsDown ? null : known.reply(query, Instant.now()));
            serve("slow", AuthoritiesResource::hang);
            serve("other-key", query -> stranger.reply(query, Instant.now()));
            serve("other-hour", query -> known.reply(query, Instant.now().minus(Duration.ofHours(1))));
            serve(
                    "other-nonce",
                    query -> known.reply(
                            TimeStampQuery.over(Sm3.of(new byte[1]), RANDOM).encode(), Instant.now()));
            serve("noise", query -> "no reply".getBytes());
            server.start();
            for (var name : List.of("honest", "down", "slow", "other-key", "other-hour", "other-nonce", "noise")) {
                var folder = Files.createDirectories(keys.resolve("time-stamps").resolve(name));
                Files.write(folder.resolve("tsa.der"), Certificates.der(known.certificate()));
            }
            return settings(keys);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Map<String, String> settings(Path keys) throws IOException {
        String at = "@http://127.0.0.1:" + server.getAddress().getPort() + "/";
        var down = closedPort();
        return Map.of(
                "qifeng.keys.directory",
                keys.toString(),
                "qifeng.time-stamps.every",
                "PT0S",
                "qifeng.time-stamps",
                "honest" + at + "honest,down@http://127.0.0.1:" + down + "/,slow" + at + "slow,other-key" + at
                        + "other-key,other-hour" + at + "other-hour,other-nonce" + at + "other-nonce,noise" + at
                        + "noise");
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static byte[] hang(byte[] query) {
        HANGING.incrementAndGet();
        try {
            RELEASE.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    private void serve(String name, Answer answer) {
        server.createContext("/" + name, exchange -> answer(exchange, answer));
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            var reply = answer.to(exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(reply == null ? 503 : 200, reply == null ? -1 : reply.length);
            if (reply != null) {
                exchange.getResponseBody().write(reply);
            }
        }
    }

    @Override
    public void stop() {
        RELEASE.countDown();
        server.stop(0);
    }
}
