package cn.qifeng.evaluation.notification.sms;

import cn.qifeng.evaluation.notification.domain.Channel;
import cn.qifeng.evaluation.notification.domain.Message;
import cn.qifeng.evaluation.notification.domain.Messenger;
import cn.qifeng.evaluation.notification.domain.Recipient;
import cn.qifeng.evaluation.notification.domain.Sending;
import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trust.hash.Hex;
import cn.qifeng.trust.hash.Sm3;
import cn.qifeng.trust.json.CanonicalJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;

/**
 * Sends SMS through an HTTP gateway: a POST of canonical JSON {@code {"at","id","text","to"}}, with {@code
 * X-Qifeng-Signature}: HMAC-SM3 of the body under the shared key, hex. Any answer of the 200s means that it was taken;
 * a repeated {@code id} is the same message.
 */
@ApplicationScoped
class GatewayMessenger implements Messenger {

    private static final Logger LOG = Logger.getLogger(GatewayMessenger.class);
    private static final int GOOD = 2;
    private static final int HUNDRED = 100;

    private final SmsSettings settings;
    private final LegalClock clock;
    private final HttpClient http;

    GatewayMessenger(SmsSettings settings, LegalClock clock) {
        this.settings = settings;
        this.clock = clock;
        this.http = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public boolean reaches(Recipient recipient) {
        return settings.url().isPresent()
                && settings.key().isPresent()
                && !recipient.phone().isEmpty();
    }

    @Override
    public Sending send(Recipient recipient, Message message) {
        var body = CanonicalJson.encode(CanonicalJson.object()
                .put("id", message.id())
                .put("to", recipient.phone())
                .put("text", message.subject() + "：" + message.text())
                .put("at", clock.now().toString()));
        var key = settings.key().orElseThrow().getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(settings.url().orElseThrow())
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header("X-Qifeng-Signature", Hex.encode(Sm3.hmac(key, body)))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            return new Sending(Channel.SMS, status / HUNDRED == GOOD, "HTTP " + status);
        } catch (IOException e) {
            LOG.warnf("SMS %s was not sent: %s", message.id(), e.getMessage());
            return new Sending(Channel.SMS, false, e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Sending(Channel.SMS, false, "interrupted");
        }
    }
}
