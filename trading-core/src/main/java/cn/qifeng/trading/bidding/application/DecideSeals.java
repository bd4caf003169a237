package cn.qifeng.trading.bidding.application;

import cn.qifeng.kernel.PartyId;
import cn.qifeng.trading.bidding.domain.Bids;
import cn.qifeng.trading.bidding.domain.SignedReceipt;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Lets the seals that wait be decided together (合并裁决), in the order of their last bytes: those of one lot, at most
 * {@link #TOGETHER_MAX} and one of each bidder in a group, one group a worker. Who comes alone does not wait for others.
 * A group that could not be recorded is taken apart, and each of its seals decided by itself.
 */
@ApplicationScoped
class DecideSeals {

    static final int TOGETHER_MAX = Bids.TOGETHER_MAX;

    private static final Logger LOG = Logger.getLogger(DecideSeals.class);
    private static final int WORKERS = 2;

    private final SealTogether together;
    private final Set<WaitingSeal> waiting = new TreeSet<>(
            Comparator.comparingLong((WaitingSeal seal) -> seal.request().lastByteNanos())
                    .thenComparingLong(WaitingSeal::serial));
    private final Set<PartyId> atWork = new HashSet<>();
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS, task -> {
        var thread = new Thread(task, "seals");
        thread.setDaemon(true);
        return thread;
    });
    private boolean stopped;

    DecideSeals(SealTogether together) {
        this.together = together;
    }

    void start(@Observes StartupEvent start) {
        for (int i = 0; i < WORKERS; i++) {
            workers.execute(this::work);
        }
    }

    @PreDestroy
    void stop() {
        synchronized (this) {
            stopped = true;
            waiting.forEach(DecideSeals::turnAway);
            waiting.clear();
            notifyAll();
        }
        workers.shutdown();
    }

    /** The receipt, when the seal is taken durably; throws its refusal. */
    SignedReceipt decide(WaitingSeal seal) {
        add(List.of(seal));
        return seal.await();
    }

    /** Lets these wait for their turn, all at once. */
    synchronized void add(List<WaitingSeal> seals) {
        if (stopped) {
            seals.forEach(DecideSeals::turnAway);
        } else {
            waiting.addAll(seals);
            notifyAll();
        }
    }

    private static void turnAway(WaitingSeal seal) {
        seal.failed(new IllegalStateException("the service stops"));
    }

    private void work() {
        for (var group = next(); !group.isEmpty(); group = next()) {
            try {
                decide(group);
            } finally {
                ended(group);
            }
        }
    }

    private void decide(List<WaitingSeal> group) {
        try {
            together.decide(group).forEach(Runnable::run);
        } catch (RuntimeException | Error failed) {
            var why = failed instanceof RuntimeException known ? known : new IllegalStateException(failed);
            if (group.size() == 1) {
                group.get(0).failed(why);
                return;
            }
            LOG.warnf(failed, "%d seals could not be recorded together, and are decided one by one", group.size());
            group.forEach(WaitingSeal::decideAlone);
            add(group);
        }
    }

    private synchronized void ended(List<WaitingSeal> group) {
        group.forEach(seal -> atWork.remove(seal.caller().party()));
        notifyAll();
    }

    /** The next group, for which it waits; empty when the service stops. */
    private synchronized List<WaitingSeal> next() {
        try {
            while (!stopped) {
                var group = group();
                if (!group.isEmpty()) {
                    return group;
                }
                wait();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }

    private List<WaitingSeal> group() {
        var group = new ArrayList<WaitingSeal>();
        for (var each = waiting.iterator(); each.hasNext() && group.size() < TOGETHER_MAX; ) {
            var seal = each.next();
            if (fits(group, seal) && atWork.add(seal.caller().party())) {
                each.remove();
                group.add(seal);
            }
        }
        return group;
    }

    private static boolean fits(List<WaitingSeal> group, WaitingSeal seal) {
        if (group.isEmpty()) {
            return true;
        }
        var first = group.get(0);
        return !first.alone()
                && !seal.alone()
                && first.request().lot().equals(seal.request().lot());
    }
}
