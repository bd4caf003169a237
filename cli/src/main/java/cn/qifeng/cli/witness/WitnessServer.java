package cn.qifeng.cli.witness;

import cn.qifeng.kernel.Kind;
import cn.qifeng.kernel.Refused;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** One witness over HTTP, on the loopback interface. */
public final class WitnessServer implements AutoCloseable {

    private static final int BODY_MAX = 256 * 1024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Map<String, UnaryOperator<ObjectNode>> calls;

    /** Listens on {@code port}; 0 takes a free one. */
    public WitnessServer(WitnessSeat witness, int port) throws IOException {
        this.calls = Map.of(
                "GET /identity", nothing -> witness.identity(),
                "PUT /certificate", witness::certify,
                "POST /trust-file", witness::signTrustFile,
                "GET /trust-file", nothing -> witness.trustFile(),
                "POST /sign", witness::sign);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** The port on which it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var call = calls.get(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
            if (call == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            answer(exchange, call);
        }
    }

    private static void answer(HttpExchange exchange, UnaryOperator<ObjectNode> call) throws IOException {
        try {
            var body = exchange.getRequestBody().readNBytes(BODY_MAX);
            send(exchange, 200, call.apply(body.length == 0 ? CanonicalJson.object() : CanonicalJson.read(body)));
        } catch (Refused refused) {
            var problem = CanonicalJson.object().put("code", refused.code().code());
            refused.facts().forEach((name, value) -> {
                if (value instanceof Long number) {
                    problem.put(name, number);
                } else {
                    problem.put(name, String.valueOf(value));
                }
            });
            send(exchange, status(refused.code().kind()), problem);
        } catch (RuntimeException broken) {
            send(exchange, 500, CanonicalJson.object().put("code", "witness/failed"));
        }
    }

    private static int status(Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> 404;
            case NOT_ALLOWED -> 403;
            case NOT_NOW -> 409;
            case INVALID -> 422;
        };
    }

    private static void send(HttpExchange exchange, int status, ObjectNode body) throws IOException {
        var bytes = CanonicalJson.encode(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
