package cn.qifeng.evaluation.notification.sms;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qifeng.evaluation.notification.domain.Message;
import cn.qifeng.evaluation.notification.domain.Recipient;
import cn.qifeng.evaluation.notification.domain.Sending;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("SMS through a gateway 短信通知")
class GatewayMessengerTest {

    private static final String KEY = "shared with the gateway";
    private static final Message MESSAGE = new Message("c-0", "评标邀请", "时间：15:00；地点：三号评标室。", "/evaluation/s");
    private static final Recipient EXPERT = new Recipient("p", "00012345678", "");

    private final AtomicReference<byte[]> body = new AtomicReference<>();
    private final AtomicReference<String> signature = new AtomicReference<>();

    @Test
    void postsABodyThatTheSharedKeySigns() throws Exception {
        var sending = sentToAGatewayThatAnswers(202);

        assertThat(sending.sent()).isTrue();
        assertThat(signature.get()).isEqualTo(Hex.encode(Sm3.hmac(KEY.getBytes(StandardCharsets.UTF_8), body.get())));
        var json = CanonicalJson.read(body.get());
        assertThat(json.path("to").asText()).isEqualTo("00012345678");
        assertThat(json.path("id").asText()).isEqualTo("c-0");
        assertThat(json.path("text").asText()).contains("三号评标室");
        assertThat(json.path("at").asText()).isEqualTo("2026-11-30T06:00:00Z");
    }

    @Test
    void tellsWhatTheGatewayAnswered() throws Exception {
        var sending = sentToAGatewayThatAnswers(503);

        assertThat(sending.sent()).isFalse();
        assertThat(sending.detail()).isEqualTo("HTTP 503");
    }

    @Test
    void reachesNobodyWithoutAGatewayAKeyOrANumber() {
        var url = Optional.of(URI.create("http://127.0.0.1:9/"));
        assertThat(messenger(Optional.empty(), Optional.of(KEY)).reaches(EXPERT))
                .isFalse();
        assertThat(messenger(url, Optional.empty()).reaches(EXPERT)).isFalse();
        assertThat(messenger(url, Optional.of(KEY)).reaches(new Recipient("p", "", "")))
                .isFalse();
        assertThat(messenger(url, Optional.of(KEY)).reaches(EXPERT)).isTrue();
    }

    private Sending sentToAGatewayThatAnswers(int status) throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/sms", exchange -> {
            body.set(exchange.getRequestBody().readAllBytes());
            signature.set(exchange.getRequestHeaders().getFirst("X-Qifeng-Signature"));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sms");
            return messenger(Optional.of(url), Optional.of(KEY)).send(EXPERT, MESSAGE);
        } finally {
            server.stop(0);
        }
    }

    private static GatewayMessenger messenger(Optional<URI> url, Optional<String> key) {
        return new GatewayMessenger(settings(url, key), new LegalClock() {
            @Override
            public Instant now() {
                return Instant.parse("2026-11-30T06:00:00Z");
            }

            @Override
            public boolean sandbox() {
                return true;
            }
        });
    }

    private static SmsSettings settings(Optional<URI> url, Optional<String> key) {
        return new SmsSettings() {
            @Override
            public Optional<URI> url() {
                return url;
            }

            @Override
            public Optional<String> key() {
                return key;
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(20);
            }
        };
    }
}
