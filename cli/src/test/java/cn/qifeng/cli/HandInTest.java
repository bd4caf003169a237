package cn.qifeng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.cli.client.Api;
import cn.qifeng.cli.seal.BidFiles;
import cn.qifeng.cli.seal.Envelope;
import cn.qifeng.cli.seal.HandIn;
import cn.qifeng.cli.seal.Publication;
import cn.qifeng.kernel.ChineseCapitals;
import cn.qifeng.kernel.Fen;
import cn.qifeng.trust.envelope.BidDocument;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.sign.SigningKey;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Handing in an envelope 递交")
class HandInTest {

    private static final Site SITE = new Site();

    @TempDir
    Path folder;

    private final Map<String, byte[]> frames = new TreeMap<>();
    private final List<String> puts = new ArrayList<>();
    private HttpServer server;
    private int failures;
    private int endedAfter = Integer.MAX_VALUE;
    private Envelope envelope;

    @BeforeEach
    void seal() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        var technical = Files.write(folder.resolve("plan.pdf"), new byte[(2 << 20) + 5]);
        var letter = Files.writeString(folder.resolve("letter.json"), "{}");
        var bid = new BidDocument(
                new Fen(15_000),
                ChineseCapitals.of(new Fen(15_000)),
                300,
                "合格",
                90,
                "李四",
                new BidDocument.Security(BidDocument.Form.BOND, new Fen(400), "BH-1"));
        envelope = Envelope.seal(
                Publication.verify(SITE.downloaded(), SITE.proof(), SITE.trust),
                new BidFiles(bid, letter, technical, letter, List.of()),
                SigningKey.of(SITE.bidder),
                Optional.empty(),
                null,
                folder.resolve("envelope"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void sendsEveryFrameAndSavesTheVerifiedReceipt() throws IOException {
        var receipt = handIn().deliver(envelope);

        assertThat(frames).hasSize(7);
        assertThat(receipt.text("headerHash")).isEqualTo(envelope.headerHash());
        assertThat(CanonicalJson.decode(Files.readAllBytes(folder.resolve("envelope/receipt.json"))))
                .isEqualTo(receipt.statement().toJson());
    }

    @Test
    void sendsAFrameAgainThatGotNoAnswer() throws IOException {
        failures = 2;

        handIn().deliver(envelope);

        assertThat(frames).hasSize(7);
        assertThat(puts).hasSize(9);
    }

    @Test
    void goesOnWhereAFormerRunStopped() throws IOException {
        Files.write(
                folder.resolve("envelope/upload.json"),
                CanonicalJson.encode(CanonicalJson.object().put("id", "u1")));
        frames.put("4/0", new byte[0]);
        frames.put("4/1", new byte[0]);

        handIn().deliver(envelope);

        assertThat(puts).hasSize(5).noneMatch(path -> path.contains("/files/4/frames/0"));
    }

    @Test
    void takesTheSameReceiptWhenAnotherMachineEndedTheUploadAndSealedIt() throws IOException {
        endedAfter = 3;

        var receipt = handIn().deliver(envelope);

        assertThat(puts).hasSize(4);
        assertThat(receipt.text("headerHash")).isEqualTo(envelope.headerHash());
        assertThat(folder.resolve("envelope/receipt.json")).exists();
    }

    @Test
    void asksNothingOnceTheReceiptIsThere() throws IOException {
        handIn().deliver(envelope);
        server.stop(0);

        assertThat(handIn().deliver(envelope).text("act")).isEqualTo("SEALED");
    }

    private HandIn handIn() {
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new HandIn(new Api(HttpClient.newHttpClient(), address), SigningKey.of(SITE.bidder), SITE.trust);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body = exchange.getRequestBody().readAllBytes();
        if (path.contains("/frames/")) {
            puts.add(path);
        }
        if (puts.size() > endedAfter && path.startsWith("/api/core/uploads/u1/")) {
            var closed = "{\"code\":\"bidding/upload-closed\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(409, closed.length);
            exchange.getResponseBody().write(closed);
            exchange.close();
            return;
        }
        if (path.contains("/frames/")) {
            boolean whole = Sm3.hex(body).equals(exchange.getRequestHeaders().getFirst("X-Frame-SM3"));
            if (failures-- > 0 || !whole) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                frames.put(path.replaceAll(".*/files/(\\d+)/frames/(\\d+)", "$1/$2"), body);
                exchange.sendResponseHeaders(204, -1);
            }
            exchange.close();
            return;
        }
        var bytes = json(path).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String json(String path) {
        return switch (path) {
            case "/api/core/sessions/challenges" -> "{\"challenge\":\"c\",\"doc\":{\"type\":\"login\",\"v\":1}}";
            case "/api/core/sessions/certificate" -> "{\"token\":\"t\"}";
            case "/api/core/uploads" -> "{\"id\":\"u1\"}";
            case "/api/core/uploads/u1" -> "{\"id\":\"u1\",\"files\":[{\"n\":4,\"present\":[0,1]}]}";
            case "/api/core/uploads/u1/ticket" -> "{\"ticket\":\"x\"}";
            case "/api/core/seals" ->
                SITE.receipt(envelope.bidId(), envelope.headerHash(), envelope.seq())
                        .toJson()
                        .toString();
            default -> throw new IllegalStateException(path);
        };
    }
}
