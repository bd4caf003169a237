package cn.qifeng.trading.party.application;

import cn.qifeng.kit.mode.RunningMode;
import cn.qifeng.trust.cert.Certificates;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Roots from the PEM file {@code qifeng.trust.roots}; the sandbox adds the root of its own authority. Production
 * refuses to start without roots.
 */
@ApplicationScoped
public class ConfiguredRoots implements TrustedRoots {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----", Pattern.DOTALL);

    private final RunningMode mode;
    private final List<X509Certificate> configured;
    private final Instance<SandboxRoot> sandbox;

    ConfiguredRoots(
            RunningMode mode,
            @ConfigProperty(name = "qifeng.trust.roots") Optional<Path> file,
            Instance<SandboxRoot> sandbox)
            throws IOException {
        this.mode = mode;
        this.configured = file.isPresent() ? read(file.get()) : List.of();
        this.sandbox = sandbox;
    }

    void check(@Observes StartupEvent start) {
        if (!mode.sandbox() && configured.isEmpty()) {
            throw new IllegalStateException("production mode needs certificate authorities in qifeng.trust.roots");
        }
    }

    @Override
    public List<X509Certificate> certificates() {
        if (!mode.sandbox()) {
            return configured;
        }
        var all = new ArrayList<>(configured);
        all.add(sandbox.get().certificate());
        return List.copyOf(all);
    }

    private static List<X509Certificate> read(Path file) throws IOException {
        var roots = new ArrayList<X509Certificate>();
        var matcher = PEM.matcher(Files.readString(file));
        while (matcher.find()) {
            roots.add(Certificates.parse(Base64.getMimeDecoder().decode(matcher.group(1))));
        }
        return List.copyOf(roots);
    }
}
