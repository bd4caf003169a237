package cn.qifeng.trading.log.application;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The service is ready when the log has its trust file. */
@Readiness
@ApplicationScoped
class LogReadiness implements HealthCheck {

    private final TrustFiles trustFiles;

    LogReadiness(TrustFiles trustFiles) {
        this.trustFiles = trustFiles;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("log").status(trustFiles.started()).build();
    }
}
