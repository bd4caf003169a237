package cn.qifeng.trading.bidding.application;

import cn.qifeng.trading.bidding.domain.DecidedMarks;
import cn.qifeng.trading.clock.application.PlatformClock;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Whether every node has decided what it read before a deadline (各节点均已裁决). Each node tells once a second up to which
 * legal time it has; a node that has not told for {@link #LEASE} is taken for dead. What such a node read and did not
 * record is answered, when it comes back, by a signed refusal with its stamp: received, not recorded.
 */
@ApplicationScoped
public class AllDecided {

    /** As long as this the freeze waits for a node that says nothing. */
    static final Duration LEASE = Duration.ofSeconds(10);

    private static final Duration FORGOTTEN = Duration.ofDays(1);
    private static final int BEFORE_REQUESTS = 50;

    private final UUID node = UUID.randomUUID();
    private final SealsUnderWay underWay;
    private final DecidedMarks marks;
    private final PlatformClock clock;

    AllDecided(SealsUnderWay underWay, DecidedMarks marks, PlatformClock clock) {
        this.underWay = underWay;
        this.marks = marks;
        this.clock = clock;
    }

    void atStart(@Observes @Priority(BEFORE_REQUESTS) StartupEvent start) {
        marks.forget(tell().minus(FORGOTTEN));
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void tellAgain() {
        tell();
    }

    /** Whether no living node can still record a seal stamped at or before {@code deadline}. */
    public boolean upTo(Instant deadline) {
        return !marks.anyUpTo(deadline, tell().minus(LEASE));
    }

    /**
     * Tells this node's mark and gives the database's time. The clock is read first: what is read to the last byte after
     * that is stamped later, and what was read before is among the requests under way until it is decided.
     */
    private Instant tell() {
        var reading = clock.read();
        var oldest = underWay.oldestNanos();
        long agoMs = oldest.isEmpty()
                ? 0
                : Math.max(0, TimeUnit.NANOSECONDS.toMillis(reading.atNanos() - oldest.getAsLong()) + 1);
        marks.put(node, reading.legal().minusMillis(agoMs + reading.boundMs()), reading.machine());
        return reading.machine();
    }
}
