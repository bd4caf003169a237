package cn.qifeng.evaluation.hall.application;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tells a browser by which servers it finds a way to the others (穿透与中继). */
@Startup
@ApplicationScoped
public class IceServers {

    private final HallSettings settings;

    IceServers(HallSettings settings) {
        this.settings = settings;
    }

    /** One server as browsers name it; {@code username} and {@code credential} are {@code null} without a log in. */
    public record IceServer(List<String> urls, String username, String credential) {}

    /** A relay without a secret would be open to everybody; such settings do not start. */
    @PostConstruct
    void check() {
        if (settings.turn().isPresent()
                && settings.turnSecret().filter(it -> it.length() >= 16).isEmpty()) {
            throw new IllegalStateException("qifeng.hall.turn needs qifeng.hall.turn-secret of 16 characters or more");
        }
    }

    /** The servers for one participant, with credentials of the moment. */
    public List<IceServer> of(String label) {
        var servers = new ArrayList<IceServer>();
        settings.stun().ifPresent(urls -> servers.add(new IceServer(urls, null, null)));
        settings.turn().ifPresent(urls -> {
            var made =
                    TurnCredential.of(settings.turnSecret().orElseThrow(), label, Instant.now(), settings.turnLife());
            servers.add(new IceServer(urls, made.username(), made.credential()));
        });
        return servers;
    }
}
