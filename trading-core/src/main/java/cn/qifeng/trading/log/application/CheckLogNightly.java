package cn.qifeng.trading.log.application;

import cn.qifeng.trading.log.domain.LogCheck;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * When the whole log is hashed again: every night at {@code qifeng.log.check}, by one node, and when an auditor asks for
 * it. One at a time; who asks while one runs is shown that one.
 */
@ApplicationScoped
public class CheckLogNightly {

    private static final Logger LOG = Logger.getLogger(CheckLogNightly.class);
    private static final String ZONE = "Asia/Shanghai";

    private final CheckLog checkLog;
    private final AtomicReference<LogCheck> running = new AtomicReference<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        var made = new Thread(task, "log-check");
        made.setDaemon(true);
        return made;
    });

    CheckLogNightly(CheckLog checkLog) {
        this.checkLog = checkLog;
    }

    @Scheduled(
            cron = "${qifeng.log.check:0 30 2 * * ?}",
            timeZone = ZONE,
            concurrentExecution = ConcurrentExecution.SKIP)
    void nightly() {
        begin(Optional.of(LocalDate.now(ZoneId.of(ZONE)).toString()), "");
    }

    /** Begins a check that this account asked for, and gives it at once; or the one that runs already. */
    public LogCheck ask(String account) {
        return begin(Optional.empty(), account).orElseThrow();
    }

    private synchronized Optional<LogCheck> begin(Optional<String> night, String askedBy) {
        if (running.get() != null) {
            return Optional.of(running.get());
        }
        var begun = checkLog.begin(night, askedBy);
        begun.ifPresent(check -> {
            running.set(check);
            thread.execute(() -> run(check));
        });
        return begun;
    }

    private void run(LogCheck check) {
        try {
            checkLog.run(check);
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "the re-hash of the log that began at %s broke off", check.startedAt());
        } finally {
            running.set(null);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        thread.shutdownNow();
    }
}
