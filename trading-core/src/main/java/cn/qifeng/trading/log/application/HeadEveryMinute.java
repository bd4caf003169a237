package cn.qifeng.trading.log.application;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** A head at the start and every 60 seconds, whatever happens. */
@ApplicationScoped
class HeadEveryMinute {

    private static final Logger LOG = Logger.getLogger(HeadEveryMinute.class);

    private final PublishHead publishHead;

    HeadEveryMinute(PublishHead publishHead) {
        this.publishHead = publishHead;
    }

    void atStart(@Observes StartupEvent started) {
        publish();
    }

    @Scheduled(every = "60s", delayed = "60s", concurrentExecution = ConcurrentExecution.SKIP)
    void publish() {
        try {
            publishHead.always();
        } catch (RuntimeException refused) {
            LOG.warnf("no head was published; the next try follows: %s", refused.getMessage());
        }
    }

    /** Until the log has started, tries every second: the witnesses may come up later than this service. */
    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void startIfNeeded() {
        if (!publishHead.started()) {
            publish();
        }
    }
}
