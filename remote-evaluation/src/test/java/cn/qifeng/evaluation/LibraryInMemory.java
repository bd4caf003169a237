package cn.qifeng.evaluation;

import cn.qifeng.trust.hash.Bytes;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.json.Moments;
import cn.qifeng.trust.sign.SigningKey;
import cn.qifeng.trust.sign.Statement;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;

/** Stands in for a provincial library that keeps to the protocol, is silent, or lies, as a test wishes. */
final class LibraryInMemory {

    static final String NAME = "示例省综合评标专家库";
    static final String USCC = "12330000XX20000500";

    /** How many of the test's experts stand in the library. */
    static final int EXPERTS = 12;

    private static final SigningKey OWN = People.of("专家库", NAME, USCC).key();

    /** A key that another organisation holds. */
    static final SigningKey FOREIGN =
            People.of("别的库", "别的库", "12330000XX2000051X").key();

    /** What it says in place of a doc, which it has by its type. */
    static volatile BiFunction<String, ObjectNode, ObjectNode> lie;

    /** With what it signs. */
    static volatile SigningKey signer;

    /** Whether it answers. */
    static volatile boolean up;

    /** Where the expert of this number works, whom it has decline. */
    static volatile String unwilling;

    static volatile String employer;

    static {
        honest();
    }

    private LibraryInMemory() {}

    /** Keeps to the protocol again. */
    static void honest() {
        lie = (type, doc) -> doc;
        signer = OWN;
        up = true;
        unwilling = "";
        employer = "省设计院";
    }

    /** Starts it; gives the settings of a platform that asks it. */
    static Map<String, String> start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newSingleThreadExecutor(it -> {
                var thread = new Thread(it);
                thread.setDaemon(true);
                return thread;
            }));
            server.createContext("/", LibraryInMemory::answer);
            server.start();
            return Map.of(
                    "qifeng.library.name",
                    NAME,
                    "qifeng.library.uscc",
                    USCC,
                    "qifeng.library.token",
                    "test",
                    "qifeng.library.url",
                    "http://127.0.0.1:" + server.getAddress().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var asked = CanonicalJson.read(exchange.getRequestBody().readAllBytes());
        var doc = switch (exchange.getRequestURI().getPath()) {
            case "/pools" -> pool(asked);
            case "/calls" -> call(asked);
            default -> identity(asked);
        };
        if (!up || !"test".equals(exchange.getRequestHeaders().getFirst("X-Library-Token"))) {
            exchange.sendResponseHeaders(503, -1);
        } else {
            var told = lie.apply(doc.path("type").asText(), doc);
            var bytes = CanonicalJson.encode(Statement.of(told, signer).toJson());
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static ObjectNode pool(ObjectNode asked) {
        var lines = new TreeMap<String, String>();
        var request = asked.path("request").asText();
        experts()
                .forEach(it -> lines.put(
                        code(request, it),
                        Sm3.hex(Bytes.ascii("QL1 identity"), salt(request, it), CanonicalJson.encode(who(it)))));
        var doc = doc("expert-library-pool");
        doc.set("asked", asked);
        var experts = doc.putArray("experts");
        lines.forEach((code, commit) -> experts.addObject()
                .put("code", code)
                .put("group", "A07")
                .put("region", "3307")
                .put("commit", commit));
        return doc;
    }

    private static ObjectNode call(ObjectNode asked) {
        var expert = expert(asked);
        boolean declines = expert.number().equals(unwilling);
        return doc("expert-library-answer")
                .put("request", asked.path("request").asText())
                .put("code", asked.path("code").asText())
                .put("answerBy", asked.path("answerBy").asText())
                .put("answer", declines ? "DECLINED" : "ACCEPTED")
                .put("reason", declines ? "出差" : "");
    }

    private static ObjectNode identity(ObjectNode asked) {
        var request = asked.path("request").asText();
        var expert = expert(asked);
        var doc = doc("expert-library-identity")
                .put("request", request)
                .put("code", asked.path("code").asText())
                .put("salt", Hex.encode(salt(request, expert)));
        doc.set("identity", who(expert));
        return doc;
    }

    /** Everybody works for another unit but those whose number ends in 1. */
    private static ObjectNode who(People.Person expert) {
        try {
            var der = expert.key().certificate().getEncoded();
            var who = CanonicalJson.object()
                    .put("name", expert.name())
                    .put("certificate", Base64.getEncoder().encodeToString(der))
                    .put("employer", expert.number().endsWith("1") ? employer : "单位" + expert.number());
            who.putArray("ties");
            return who;
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode doc(String type) {
        return CanonicalJson.object()
                .put("type", type)
                .put("v", 1)
                .put("library", USCC)
                .put("at", Moments.format(Instant.now()));
    }

    private static List<People.Person> experts() {
        return People.ALL_EXPERTS.subList(0, EXPERTS);
    }

    private static People.Person expert(ObjectNode asked) {
        return experts().stream()
                .filter(it -> code(asked.path("request").asText(), it)
                        .equals(asked.path("code").asText()))
                .findFirst()
                .orElseThrow();
    }

    private static String code(String request, People.Person expert) {
        return "L-"
                + Sm3.hex(Bytes.ascii("code" + request + expert.number()))
                        .substring(0, 14)
                        .toUpperCase(java.util.Locale.ROOT);
    }

    private static byte[] salt(String request, People.Person expert) {
        return Sm3.of(Bytes.ascii("salt" + request + expert.number()));
    }
}
