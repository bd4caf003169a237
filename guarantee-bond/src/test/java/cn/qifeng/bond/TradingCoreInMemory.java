package cn.qifeng.bond;

import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trust.cert.CertificateAuthority;
import cn.qifeng.trust.cert.Certificates;
import cn.qifeng.trust.cert.Subject;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Stands in for trading-core: answers from memory and keeps what it was told, in order. */
public class TradingCoreInMemory implements QuarkusTestResourceLifecycleManager {

    /** Everything that was posted to it: path and body. */
    public record Told(String path, JsonNode body) {}

    public static final List<Told> TOLD = new CopyOnWriteArrayList<>();
    public static final Map<UUID, ObjectNode> PARTIES = new ConcurrentHashMap<>();
    private static final Map<UUID, ObjectNode> LOTS = new ConcurrentHashMap<>();

    private final CertificateAuthority authority =
            CertificateAuthority.create("测试根证书", Instant.now(), new SecureRandom());
    private HttpServer server;

    /** A party for which somebody acts. */
    public static UUID party(String name, String uscc) {
        var id = UUID.randomUUID();
        PARTIES.put(
                id,
                CanonicalJson.object()
                        .put("id", id.toString())
                        .put("name", name)
                        .put("uscc", uscc));
        return id;
    }

    /** A published lot that asks for a bond, with its bid deadline in {@code time}. */
    public static ObjectNode lot(ObjectNode entity, ObjectNode agency, long amountFen, Duration time) {
        var id = UUID.randomUUID();
        var lot = CanonicalJson.object()
                .put("tender", UUID.randomUUID().toString())
                .put("lot", id.toString())
                .put("lotCode", "A3307030001000012001001")
                .put("lotName", "澜湖路道路工程")
                .put("projectName", "澜湖路新建工程")
                .put("amountFen", amountFen)
                .put("bidDeadline", Instant.now().plus(time).toString())
                .put("bidValidityDays", 90);
        lot.set("procuringEntity", entity);
        lot.set("agency", agency);
        lot.putArray("forms").add("BOND");
        LOTS.put(id, lot);
        return lot;
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/", this::answer);
        server.start();
        return Map.of(
                "qifeng.url.trading-core",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        byte[] answer = bytes(path, exchange, body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private byte[] bytes(String path, HttpExchange exchange, byte[] body) {
        return switch (path) {
            case "/internal/tokens" ->
                json(CanonicalJson.object()
                        .put("token", TestTokens.ofService("guarantee-bond"))
                        .put("expiresAt", Instant.now().plusSeconds(900).toString()));
            case "/internal/clock" ->
                json(CanonicalJson.object().put("legal", Instant.now().toString()));
            case "/internal/securities" -> json(lots());
            case "/api/core/me" -> json(me(exchange));
            case "/api/core/trust-file" -> json(trustFile());
            case "/api/core/sandbox/certificates" -> json(certificate(CanonicalJson.read(body)));
            default -> {
                TOLD.add(new Told(path, CanonicalJson.read(body)));
                yield json(CanonicalJson.object());
            }
        };
    }

    private static ArrayNode lots() {
        var all = JsonNodeFactory.instance.arrayNode();
        LOTS.values().forEach(all::add);
        return all;
    }

    private static ObjectNode me(HttpExchange exchange) {
        var token = exchange.getRequestHeaders().getFirst("Authorization").split("\\.")[1];
        var claims = CanonicalJson.read(Base64.getUrlDecoder().decode(token));
        var answer = CanonicalJson.object();
        answer.putObject("person")
                .set(
                        "party",
                        PARTIES.get(UUID.fromString(claims.required("party").asText())));
        return answer;
    }

    private ObjectNode trustFile() {
        var file = CanonicalJson.object();
        file.putObject("doc").putArray("roots").add(Certificates.base64(authority.root()));
        return file;
    }

    private ObjectNode certificate(ObjectNode request) {
        var name = request.required("name").asText();
        var subject = new Subject(name, name, request.required("uscc").asText());
        var now = Instant.now();
        var issued = authority.issue(
                subject, Hex.decode(request.required("publicKey").asText()), now, now.plus(Duration.ofDays(365)));
        var answer = CanonicalJson.object()
                .put("certificate", Certificates.base64(issued))
                .put("id", Certificates.id(issued));
        answer.putArray("chain");
        return answer;
    }

    private static byte[] json(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }
}
