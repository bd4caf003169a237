package cn.qifeng.kit.idempotency;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Forgets kept answers once a day, after {@code qifeng.idempotency.keep} (30 days by default: longer than any sender
 * goes on repeating a request).
 */
@ApplicationScoped
class ForgetAnswers {

    private static final Logger LOG = Logger.getLogger(ForgetAnswers.class);

    private final KeptAnswers answers;
    private final Duration keep;

    ForgetAnswers(KeptAnswers answers, @ConfigProperty(name = "qifeng.idempotency.keep") Duration keep) {
        this.answers = answers;
        this.keep = keep;
    }

    @Scheduled(every = "24h", delayed = "10m", concurrentExecution = ConcurrentExecution.SKIP)
    void forgetOld() {
        int count = answers.forget(Instant.now().minus(keep));
        if (count > 0) {
            LOG.infof("forgot %d kept answers older than %s", count, keep);
        }
    }
}
