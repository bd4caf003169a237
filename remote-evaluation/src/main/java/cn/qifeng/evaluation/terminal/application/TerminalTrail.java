package cn.qifeng.evaluation.terminal.application;

import cn.qifeng.kit.trail.Happening;
import cn.qifeng.kit.trail.RequestSource;
import cn.qifeng.kit.trail.SecurityTrail;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells the security events of the platform what is done with terminals (终端安全事件). */
@ApplicationScoped
class TerminalTrail {

    private final SecurityTrail trail;
    private final RequestSource source;
    private final String service;

    TerminalTrail(
            SecurityTrail trail,
            RequestSource source,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.trail = trail;
        this.source = source;
        this.service = service;
    }

    void by(String person, Happening.Kind kind, String detail) {
        tell(UUID.fromString(person), kind, detail);
    }

    /** Of a machine at which nobody is logged in. */
    void byNobody(Happening.Kind kind, String detail) {
        tell(null, kind, detail);
    }

    private void tell(UUID person, Happening.Kind kind, String detail) {
        trail.tell(
                new Happening(UUID.randomUUID(), kind, Instant.now(), service, person, source.address(), "", detail));
    }
}
