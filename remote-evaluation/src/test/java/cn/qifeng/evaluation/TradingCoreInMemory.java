package cn.qifeng.evaluation;

import cn.qifeng.evaluation.clearing.BillFile;
import cn.qifeng.kernel.ByteRange;
import cn.qifeng.kit.document.PdfSigning;
import cn.qifeng.kit.document.SealPlaces;
import cn.qifeng.testkit.TestTokens;
import cn.qifeng.trust.draw.Draw;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Stands in for trading-core: answers the calls between services from memory and keeps what it was told. */
public class TradingCoreInMemory implements QuarkusTestResourceLifecycleManager {

    /** Name in the seal of every document that it sealed. */
    static final String SEALED_BY = "启封公共资源交易平台";

    static final int BILL_LINES = 6;

    /** Whether it seals documents; nobody answers where it is not. */
    static volatile boolean sealing = true;

    /** Whether trustees complete key sets; until then nobody is drawn. */
    static volatile boolean completing = true;

    /** The bill of every tender. */
    static volatile byte[] tenderBill = BillFile.tender(BILL_LINES).bytes();

    /** Priced bills by bid; a bid without one has no such file. */
    static final Map<String, byte[]> PRICED_BILLS = new ConcurrentHashMap<>();

    /** Technical files by bid; the others are no PDF. */
    static final Map<String, byte[]> TECHNICAL_FILES = new ConcurrentHashMap<>();

    /** How far its legal clock is from the machine's. */
    static volatile Duration ahead = Duration.ZERO;

    /** Credit codes of organisations by party. */
    static final Map<String, String> OPERATORS = new ConcurrentHashMap<>();

    /** Ids of people of the procuring entity. */
    static final Set<String> HOSTS = ConcurrentHashMap.newKeySet();

    /** Role and credit code of people of organisations, by person; others than experts. */
    static final Map<String, List<String>> STAFF = new ConcurrentHashMap<>();

    static final List<ObjectNode> ENTRIES = new CopyOnWriteArrayList<>();
    /** Security events that it was told. */
    static final List<ObjectNode> HAPPENINGS = new CopyOnWriteArrayList<>();

    static final List<ObjectNode> RESULTS = new CopyOnWriteArrayList<>();
    static final Map<String, byte[]> DOCUMENTS = new ConcurrentHashMap<>();
    private static final Map<String, ObjectNode> KEY_SETS = new ConcurrentHashMap<>();
    private static final Map<String, ObjectNode> DRAWS = new ConcurrentHashMap<>();

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/internal/", this::answer);
        server.createContext("/api/core/public/", TradingCoreInMemory::publicAnswer);
        server.createContext("/api/core/trust-file", TradingCoreInMemory::trustFile);
        server.start();
        var config = new LinkedHashMap<>(TestTokens.config());
        config.put(
                "qifeng.url.trading-core",
                "http://127.0.0.1:" + server.getAddress().getPort());
        config.put("qifeng.evaluation.advance-every", "1s");
        config.put("qifeng.evaluation.recording-sweep-every", "1s");
        config.put("qifeng.handover.files-max", "4");
        // all sessions of the tests share their experts, bidders and hosts
        config.put("qifeng.draws.served-max", "1000");
        config.put("qifeng.draws.bidder-max", "1000");
        config.put("qifeng.draws.host-max", "1000");
        config.putAll(LibraryInMemory.start());
        return config;
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    static List<ObjectNode> entries(String type) {
        return ENTRIES.stream()
                .filter(it -> it.path("type").asText().equals(type))
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath().substring("/internal/".length());
        byte[] answer;
        try {
            checkAccepts(exchange, path);
            answer = exchange.getRequestMethod().equals("PUT")
                    ? document(path, body)
                    : exchange.getRequestMethod().equals("POST")
                            ? post(path, body)
                            : get(path, exchange.getRequestURI().getQuery());
        } catch (RuntimeException e) {
            answer = null;
        }
        var range = ByteRange.of(exchange.getRequestHeaders().getFirst("Range"));
        if (answer != null && range.isPresent()) {
            part(exchange, answer, range.get());
            return;
        }
        exchange.sendResponseHeaders(answer == null ? 404 : 200, answer == null ? -1 : answer.length);
        if (answer != null) {
            exchange.getResponseBody().write(answer);
        }
        exchange.close();
    }

    private static void part(HttpExchange exchange, byte[] whole, ByteRange asked) throws IOException {
        boolean there = asked.beginsWithin(whole.length);
        var range = there ? asked.within(whole.length) : asked;
        byte[] answer = there
                ? Arrays.copyOfRange(whole, (int) range.from(), (int) range.to() + 1)
                : bytes(CanonicalJson.object().put("code", "opening/no-such-range"));
        if (there) {
            exchange.getResponseHeaders().set("Content-Range", range.given(whole.length));
        }
        exchange.sendResponseHeaders(there ? 206 : 422, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    /** The published tender, and its bill. */
    private static void publicAnswer(HttpExchange exchange) throws IOException {
        byte[] answer = tenderBill;
        if (!exchange.getRequestURI().getPath().contains("/documents/")) {
            var tender = CanonicalJson.object();
            tender.putObject("tender").putObject("document").put("bill", Sm3.hex(tenderBill));
            answer = bytes(tender);
        }
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    /** As much of a trust file as a service reads: the root of everybody's certificates. */
    private static void trustFile(HttpExchange exchange) throws IOException {
        var file = CanonicalJson.object();
        file.putObject("doc").putArray("roots").add(People.root());
        byte[] answer = bytes(file);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    /** trading-core, too, refuses to send a document to who asks for JSON. */
    private static void checkAccepts(HttpExchange exchange, String path) {
        String accepts = exchange.getRequestHeaders().getFirst("Accept");
        if (path.equals("document-seals") && !"*/*".equals(accepts)) {
            throw new IllegalArgumentException("not acceptable: " + accepts);
        }
    }

    private static byte[] document(String path, byte[] body) {
        DOCUMENTS.put(path.substring(path.lastIndexOf('/') + 1), body);
        return bytes(CanonicalJson.object());
    }

    private static byte[] post(String path, byte[] body) {
        return path.equals("document-seals") ? sealed(body) : post(path, CanonicalJson.read(body));
    }

    /** The document with this stand-in's mark in the place of the seal. */
    private static byte[] sealed(byte[] pdf) {
        if (!sealing) {
            throw new IllegalStateException("does not seal now");
        }
        return PdfSigning.sign(pdf, SealPlaces.FIELD, SEALED_BY, Instant.now(), Sm3::of);
    }

    private static byte[] post(String path, ObjectNode body) {
        var answer = CanonicalJson.object();
        if (path.equals("tokens")) {
            answer.put("token", TestTokens.ofService("remote-evaluation"))
                    .put("expiresAt", Instant.now().plusSeconds(900).toString());
        } else if (path.startsWith("evidence")) {
            ENTRIES.add(body);
        } else if (path.equals("security-events")) {
            HAPPENINGS.add(body);
        } else if (path.equals("key-sets")) {
            KEY_SETS.computeIfAbsent(body.path("id").asText(), id -> keySet(body));
        } else if (path.equals("draws")) {
            DRAWS.put(body.path("id").asText(), body);
        } else if (path.endsWith("/evaluation")) {
            RESULTS.add(body);
        }
        return bytes(answer);
    }

    private static byte[] get(String path, String query) {
        if (path.equals("clock")) {
            return bytes(CanonicalJson.object()
                    .put("legal", Instant.now().plus(ahead).toString()));
        }
        if (path.equals("people")) {
            var role = query.substring("role=".length());
            return role.equals("expert") ? people() : staff(role);
        }
        String id = path.substring(path.lastIndexOf('/') + 1);
        if (path.startsWith("people/")) {
            var person = CanonicalJson.object().put("name", "经办人");
            if (id.equals(People.HOST.id().toString()) || HOSTS.contains(id)) {
                person.putObject("party").put("uscc", SessionOrders.HOST);
            }
            return bytes(person);
        }
        if (path.startsWith("parties/")) {
            return bytes(CanonicalJson.object().put("uscc", OPERATORS.get(id)));
        }
        if (path.startsWith("key-sets/")) {
            return completing ? bytes(KEY_SETS.get(id)) : null;
        }
        if (path.startsWith("draws/")) {
            return bytes(picked(DRAWS.get(id)));
        }
        return file(path.split("/")[3], id);
    }

    private static ObjectNode keySet(JsonNode request) {
        var set = People.keySet(UUID.fromString(request.path("owner").asText()));
        var answer = CanonicalJson.object().put("state", "COMPLETE").put("set", set.idHex());
        answer.set("keySet", set.toDoc());
        return answer;
    }

    /** The draws that were asked for in a tender. */
    static List<ObjectNode> draws(JsonNode tender) {
        return DRAWS.values().stream()
                .filter(it -> it.path("tender").equals(tender))
                .toList();
    }

    private static ObjectNode picked(JsonNode draw) {
        var answer = CanonicalJson.object().put("state", "DONE");
        var picked = answer.putArray("picked");
        byte[] seed = Sm3.of(draw.path("id").asText().getBytes(StandardCharsets.US_ASCII));
        for (int index :
                Draw.picks(seed, draw.path("pool").size(), draw.path("picks").asInt())) {
            picked.add(index);
        }
        return answer;
    }

    private static byte[] people() {
        var holder = CanonicalJson.object();
        var people = holder.putArray("people");
        People.ALL_EXPERTS.forEach(it -> people.addObject()
                .put("personId", it.id().toString())
                .put("certificateId", it.certificateId())
                .put("certificate", "")
                .put("name", it.name())
                .put("number", it.number()));
        return CanonicalJson.encode(people);
    }

    private static byte[] staff(String role) {
        var people = CanonicalJson.object().putArray("people");
        STAFF.forEach((person, of) -> {
            if (of.get(0).equals(role)) {
                people.addObject().put("personId", person).putObject("party").put("uscc", of.get(1));
            }
        });
        return CanonicalJson.encode(people);
    }

    private static byte[] file(String bid, String n) {
        if (n.equals("2")) {
            var manifest = CanonicalJson.object().put("type", "bid-manifest").put("v", 1);
            var files = manifest.putArray("files");
            files.addObject().put("n", 3).put("role", "LETTER").put("mediaType", "application/pdf");
            files.addObject().put("n", 4).put("role", "TECHNICAL").put("mediaType", "application/pdf");
            if (PRICED_BILLS.containsKey(bid)) {
                files.addObject().put("n", 5).put("role", "PRICED_BILL").put("mediaType", "application/xlsx");
            }
            var index = manifest.putArray("index");
            cite(index, "T1", 4, 12, 27);
            cite(index, "T1", 3, 1, 2);
            cite(index, "no item of the sheet", 4, 3, 3);
            return bytes(manifest);
        }
        if (n.equals("5")) {
            return PRICED_BILLS.get(bid);
        }
        if (n.equals("1")) {
            var letter = CanonicalJson.object()
                    .put("projectLeader", "岑柏川")
                    .put("priceFen", 980_000_000L)
                    .put("priceWords", "玖佰捌拾万元整")
                    .put("durationDays", 360)
                    .put("quality", "合格")
                    .put("bidValidityDays", 90);
            letter.putObject("security")
                    .put("form", "BOND")
                    .put("amountFen", 20_000_000L)
                    .put("reference", "BH-1");
            return bytes(letter);
        }
        if (n.equals("4") && TECHNICAL_FILES.containsKey(bid)) {
            return TECHNICAL_FILES.get(bid);
        }
        return ("file " + n).getBytes(StandardCharsets.US_ASCII);
    }

    private static void cite(ArrayNode index, String item, int n, int from, int to) {
        index.addObject().put("item", item).put("n", n).put("from", from).put("to", to);
    }

    private static byte[] bytes(ObjectNode node) {
        return CanonicalJson.encode(node);
    }
}
