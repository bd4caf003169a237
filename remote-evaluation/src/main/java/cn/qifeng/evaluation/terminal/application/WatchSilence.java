package cn.qifeng.evaluation.terminal.application;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Asks again and again whether a terminal fell silent. */
@ApplicationScoped
class WatchSilence {

    private static final Logger LOG = Logger.getLogger(WatchSilence.class);

    private final KeepPresence presence;

    WatchSilence(KeepPresence presence) {
        this.presence = presence;
    }

    @Scheduled(every = "{qifeng.evaluation.advance-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        try {
            presence.noteSilence();
        } catch (RuntimeException e) {
            LOG.warnf("silent terminals wait: %s", e.getMessage());
        }
    }
}
