package cn.qifeng.trading.log.application;

import cn.qifeng.trading.clock.application.PlatformClock;
import cn.qifeng.trading.log.domain.StoredTrustFiles;
import cn.qifeng.trust.trustfile.TrustMode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Stops a start in another mode than the one in which the log began: a sandbox's database has demo people whose passwords
 * anybody knows, and every verdict about a log tells its mode.
 */
@ApplicationScoped
class RefuseSandboxLog {

    private static final int CHECK = 4;

    private final StoredTrustFiles files;
    private final PlatformClock clock;

    RefuseSandboxLog(StoredTrustFiles files, PlatformClock clock) {
        this.files = files;
        this.clock = clock;
    }

    void check(@Observes @Priority(CHECK) StartupEvent start) {
        String mode = (clock.sandbox() ? TrustMode.SANDBOX : TrustMode.PRODUCTION).name();
        QuarkusTransaction.requiringNew().call(files::newest).ifPresent(file -> {
            String began = file.doc().path("mode").asText();
            if (!began.equals(mode)) {
                throw new IllegalStateException("the log of this database began in mode " + began
                        + " and cannot go on in mode " + mode + "; give the service a database of its own");
            }
        });
    }
}
