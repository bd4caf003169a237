package cn.qifeng.trading.log.stamp;

import cn.qifeng.trading.keys.PlatformKeys;
import cn.qifeng.trading.log.domain.OutsideAuthorities;
import cn.qifeng.trust.stamp.TimeStamps;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The authorities of {@code qifeng.time-stamps}: {@code name@address}, separated by commas. They are asked over HTTP as
 * RFC 3161 section 3.4 says, and are known by the certificates in {@code time-stamps/NAME/*.der} of the key folder.
 */
@ApplicationScoped
class HttpAuthorities implements OutsideAuthorities {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WAIT = Duration.ofSeconds(15);

    private final Map<String, URI> addresses = new LinkedHashMap<>();
    private final PlatformKeys keys;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    HttpAuthorities(@ConfigProperty(name = "qifeng.time-stamps") Optional<List<String>> configured, PlatformKeys keys) {
        this.keys = keys;
        configured.orElse(List.of()).forEach(authority -> {
            int at = authority.indexOf('@');
            addresses.put(
                    authority.substring(0, at).trim(),
                    URI.create(authority.substring(at + 1).trim()));
        });
    }

    @Override
    public List<String> names() {
        return List.copyOf(addresses.keySet());
    }

    @Override
    public List<X509Certificate> certificates(String authority) {
        return keys.outsideTimeStamps(authority);
    }

    /** The time for the whole answer is bounded, not only for its headers: an authority may dribble. */
    @Override
    public byte[] ask(String authority, byte[] query) {
        var request = HttpRequest.newBuilder(addresses.get(authority))
                .timeout(WAIT)
                .header("Content-Type", "application/timestamp-query")
                .header("Accept", "application/timestamp-reply")
                .POST(BodyPublishers.ofByteArray(query))
                .build();
        var answer = http.sendAsync(request, BodyHandlers.ofInputStream()).thenApplyAsync(response -> {
            try (var body = response.body()) {
                return response.statusCode() == 200 ? body.readNBytes(TimeStamps.SIZE_MAX + 1) : null;
            } catch (IOException broken) {
                return null;
            }
        });
        try {
            return Optional.ofNullable(answer.get(WAIT.toMillis(), TimeUnit.MILLISECONDS))
                    .orElseThrow(() -> new Silent(authority + " gives no reply", null));
        } catch (ExecutionException | TimeoutException silent) {
            answer.cancel(true);
            throw new Silent(authority + " does not answer", silent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Silent(authority + " was not waited for", stopped);
        }
    }
}
