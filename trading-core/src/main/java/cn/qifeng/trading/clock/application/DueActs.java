package cn.qifeng.trading.clock.application;

import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/** Asks every second, and right after the clock was moved, whether anything is due. */
@ApplicationScoped
public class DueActs {

    private static final Logger LOG = Logger.getLogger(DueActs.class);

    private final List<DueAct> acts;
    private final PlatformClock clock;
    private final ReentrantLock round = new ReentrantLock(true);

    DueActs(@All List<DueAct> acts, PlatformClock clock) {
        this.acts = acts;
        this.clock = clock;
    }

    /** One round over all acts; waits for a round that is under way. An act that fails does not hinder the others. */
    public void runRound() {
        round.lock();
        try {
            acts.forEach(this::run);
        } finally {
            round.unlock();
        }
    }

    @Scheduled(every = "1s", delay = 2, delayUnit = TimeUnit.SECONDS, concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        runRound();
    }

    private void run(DueAct act) {
        try {
            act.runIfDue(clock.now());
        } catch (RuntimeException failed) {
            LOG.errorf(
                    failed,
                    "due act %s failed; it is tried again in a second",
                    act.getClass().getSimpleName());
        }
    }
}
