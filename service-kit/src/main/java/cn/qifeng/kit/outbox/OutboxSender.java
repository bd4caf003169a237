package cn.qifeng.kit.outbox;

import cn.qifeng.kit.service.ServiceClient;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.jboss.logging.Logger;

/**
 * Delivers what stands in the outbox, in order within each stream, with a back-off of up to 30 s. Each destination is
 * served by itself: one that hangs, or a stream that it refuses, delays nothing else.
 */
@ApplicationScoped
public class OutboxSender {

    private static final Logger LOG = Logger.getLogger(OutboxSender.class);
    private static final int PER_STREAM = 20;
    private static final int BATCH = 500;
    private static final Duration BACK_OFF = Duration.ofMillis(250);
    private static final Duration BACK_OFF_MAX = Duration.ofSeconds(30);
    private static final int DOUBLINGS_MAX = 7;

    private final Messages messages;
    private final ServiceClient services;
    private final ManagedExecutor threads = ManagedExecutor.builder()
            .propagated(ThreadContext.NONE)
            .cleared(ThreadContext.ALL_REMAINING)
            .build();
    private final Set<String> served = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    OutboxSender(Messages messages, ServiceClient services) {
        this.messages = messages;
        this.services = services;
    }

    /** Serves every destination that has messages: after a start, and when a next try has become due. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void deliver() {
        messages.destinations().forEach(this::serve);
    }

    void deliverSoon(@Observes(during = TransactionPhase.AFTER_SUCCESS) Sent committed) {
        serve(committed.destination());
    }

    void stop(@Observes ShutdownEvent ending) {
        stopping = true;
        threads.shutdown();
    }

    private void serve(String destination) {
        if (stopping || !served.add(destination)) {
            return;
        }
        try {
            threads.execute(() -> {
                try {
                    sendAll(destination);
                } catch (RuntimeException e) {
                    LOG.warnf(e, "outbox: the messages to %s could not be read; the next try follows", destination);
                } finally {
                    served.remove(destination);
                }
            });
        } catch (RuntimeException e) {
            served.remove(destination);
            throw e;
        }
    }

    private void sendAll(String destination) {
        boolean any = true;
        while (any && !stopping) {
            var due = messages.due(destination, PER_STREAM, BATCH);
            var blocked = new HashSet<String>();
            any = false;
            for (var message : due) {
                if (blocked.contains(message.stream())) {
                    continue;
                }
                if (delivered(message)) {
                    any = true;
                } else {
                    blocked.add(message.stream());
                }
            }
        }
    }

    private boolean delivered(Message message) {
        Optional<String> failure = attempt(message);
        if (failure.isEmpty()) {
            messages.delivered(message.id());
            return true;
        }
        Duration wait = backOff(message.attempts());
        LOG.warnf(
                "outbox message %s to %s%s: attempt %d failed (%s), next in %s",
                message.id(), message.destination(), message.path(), message.attempts() + 1, failure.get(), wait);
        messages.failed(message, Instant.now().plus(wait), failure.get());
        return false;
    }

    private Optional<String> attempt(Message message) {
        try {
            var answer = services.call(
                    message.destination(),
                    "POST",
                    message.path(),
                    Map.of("Idempotency-Key", message.id().toString()),
                    message.body().getBytes(StandardCharsets.UTF_8));
            return answer.good()
                    ? Optional.empty()
                    : Optional.of(answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    static Duration backOff(int attempts) {
        Duration wait = BACK_OFF.multipliedBy(1L << Math.min(attempts, DOUBLINGS_MAX));
        return wait.compareTo(BACK_OFF_MAX) > 0 ? BACK_OFF_MAX : wait;
    }
}
