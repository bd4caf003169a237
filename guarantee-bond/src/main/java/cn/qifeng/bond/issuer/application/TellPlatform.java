package cn.qifeng.bond.issuer.application;

import cn.qifeng.bond.exchange.SignedMessage;
import cn.qifeng.bond.issuer.domain.Issues;
import cn.qifeng.bond.issuer.domain.PlatformCallback;
import cn.qifeng.kit.identity.Identities;
import cn.qifeng.kit.mode.RunningMode;
import cn.qifeng.trust.cert.Subject;
import cn.qifeng.trust.json.CanonicalJson;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Calls the platform back once the sandbox issuer has decided; the call names the application and nothing else. */
@ApplicationScoped
public class TellPlatform {

    private static final Logger LOG = Logger.getLogger(TellPlatform.class);

    private final Issues issues;
    private final PlatformCallback callback;
    private final Identities identities;
    private final RunningMode mode;
    private final Subject issuer;

    TellPlatform(
            Issues issues,
            PlatformCallback callback,
            Identities identities,
            RunningMode mode,
            @ConfigProperty(name = "qifeng.issuer.name") String name,
            @ConfigProperty(name = "qifeng.issuer.uscc") String uscc) {
        this.issues = issues;
        this.callback = callback;
        this.identities = identities;
        this.mode = mode;
        this.issuer = new Subject(name, name, uscc);
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void round() {
        if (mode.sandbox()) {
            QuarkusTransaction.requiringNew().call(issues::untold).forEach(this::tell);
        }
    }

    private void tell(UUID application) {
        var data = CanonicalJson.object().put("applicationId", application.toString());
        var message = SignedMessage.of(
                SignedMessage.DECIDED,
                Instant.now(),
                issuer.uscc(),
                application.toString(),
                data,
                identities.of("sandbox-issuer", issuer));
        if (callback.send(message.toJson())) {
            QuarkusTransaction.requiringNew().run(() -> issues.told(application));
        } else {
            LOG.warnf("application %s: the platform did not take the call back", application);
        }
    }
}
