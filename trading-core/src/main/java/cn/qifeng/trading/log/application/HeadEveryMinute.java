package cn.qifeng.trading.log.application;

import cn.qifeng.trading.log.domain.HeadWanted;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** A head at the start and every 60 seconds, whatever happens, and soon when one is wanted. */
@ApplicationScoped
class HeadEveryMinute {

    private static final Logger LOG = Logger.getLogger(HeadEveryMinute.class);

    private final PublishHead publishHead;
    private final AtomicBoolean wanted = new AtomicBoolean();

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

    void want(@Observes(during = TransactionPhase.AFTER_SUCCESS) HeadWanted committed) {
        wanted.set(true);
    }

    /** Once a second, if one is wanted or the log has not started: the witnesses may come up later than this service. */
    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void publishIfWanted() {
        if (wanted.getAndSet(false) || !publishHead.started()) {
            publish();
        }
    }
}
