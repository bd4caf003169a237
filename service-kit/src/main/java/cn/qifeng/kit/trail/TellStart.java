package cn.qifeng.kit.trail;

import cn.qifeng.kit.mode.RunningMode;
import cn.qifeng.trust.hash.Sm3;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * Tells every start with its mode and a fingerprint of the settings, so that an auditor sees when they changed
 * (GB/T 22239-2019 8.1.4.3). Secrets are left out of the fingerprint: it must not serve to try them.
 */
@ApplicationScoped
class TellStart {

    private static final int LAST = 9000;
    private static final int FINGERPRINT = 16;

    private final SecurityTrail trail;
    private final RunningMode mode;
    private final Config config;

    TellStart(SecurityTrail trail, RunningMode mode, Config config) {
        this.trail = trail;
        this.mode = mode;
        this.config = config;
    }

    void tell(@Observes @Priority(LAST) StartupEvent start) {
        trail.tell(new Happening(
                UUID.randomUUID(),
                Happening.Kind.SERVICE_STARTED,
                Instant.now(),
                config.getValue("quarkus.application.name", String.class),
                null,
                "",
                "",
                "mode=" + (mode.sandbox() ? "SANDBOX" : "PRODUCTION") + " settings=" + fingerprint()));
    }

    private String fingerprint() {
        String settings = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(TellStart::tells)
                .distinct()
                .sorted()
                .map(name ->
                        name + "=" + config.getOptionalValue(name, String.class).orElse(""))
                .collect(Collectors.joining("\n"));
        return Sm3.hex(settings.getBytes(StandardCharsets.UTF_8)).substring(0, FINGERPRINT);
    }

    private static boolean tells(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return (lower.startsWith("qifeng.") || lower.startsWith("quarkus.datasource."))
                && !lower.contains("secret")
                && !lower.contains("password");
    }
}
