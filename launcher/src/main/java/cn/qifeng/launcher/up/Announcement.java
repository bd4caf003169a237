package cn.qifeng.launcher.up;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What {@code up} prints: addresses and the demo people with their ways to log in. */
final class Announcement {

    private final Platform platform;

    Announcement(Platform platform) {
        this.platform = platform;
    }

    String text() {
        var address = platform.address();
        var text = new StringBuilder("""

                Qifeng 启封 runs on %1$s  (sandbox, data in %2$s)

                  notices 公告        %1$s/
                  work place 工作台   %1$s/app/
                  verifier 存证核验   %1$s/app/#/verify
                """.formatted(address, platform.data().root()));
        fromElsewhere(text);
        text.append("\nDemo people 演示人员:\n");
        people(text);
        return text.append("\nStop: Ctrl-C, or ./qifeng down").toString();
    }

    /** Addresses for other machines: browsers there give a page WebCrypto and cameras over HTTPS only. */
    private void fromElsewhere(StringBuilder text) {
        var address = platform.address();
        if (address.getScheme().equals("http")) {
            text.append("  other machines 其他机器   start with --tls: WebCrypto and cameras need HTTPS there\n");
            return;
        }
        for (InetAddress other : TlsKeys.addresses()) {
            text.append("  other machines 其他机器   https://")
                    .append(other instanceof Inet6Address ? "[" + TlsKeys.text(other) + "]" : TlsKeys.text(other))
                    .append(':')
                    .append(address.getPort())
                    .append("/\n");
        }
        text.append("  trust this root 信任根证书 ")
                .append(platform.data().file("tls/root.pem"))
                .append('\n');
    }

    private void people(StringBuilder text) {
        for (JsonNode person : fetch().path("people")) {
            if (!person.path("roles").toString().contains("expert")) {
                text.append("  %-15s%-32s%s%n"
                        .formatted(
                                person.path("account").asText(),
                                person.path("party").asText(person.path("name").asText()),
                                way(person)));
            }
        }
        text.append("  expert01 … expert60 by key file, like the others\n");
    }

    private String way(JsonNode person) {
        if (person.path("keyFile").asBoolean()) {
            return "key file /api/core/sandbox/people/" + person.path("account").asText() + "/key-file, password "
                    + person.path("keyFilePassword").asText();
        }
        return "password " + person.path("password").asText() + ", secret of the one-time code "
                + person.path("totpSecret").asText();
    }

    private JsonNode fetch() {
        try {
            var request = HttpRequest.newBuilder(URI.create(platform.coreAddress() + "/api/core/sandbox/people"))
                    .build();
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new CannotStart(
                    "trading-core does not answer; see " + platform.data().file("logs/trading-core.log"), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted.", e);
        }
    }
}
