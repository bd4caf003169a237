package cn.qifeng.kit.outbox;

import cn.qifeng.kit.service.ServiceClient;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Delivers what stands in the outbox, in order within each lane, with a back-off of up to 30 s. */
@ApplicationScoped
public class OutboxSender {

    private static final Logger LOG = Logger.getLogger(OutboxSender.class);
    private static final int BATCH = 500;
    private static final Duration BACK_OFF = Duration.ofMillis(250);
    private static final Duration BACK_OFF_MAX = Duration.ofSeconds(30);
    private static final int DOUBLINGS_MAX = 7;

    private final Messages messages;
    private final ServiceClient services;

    OutboxSender(Messages messages, ServiceClient services) {
        this.messages = messages;
        this.services = services;
    }

    /** Tries every lane once. */
    @Scheduled(every = "{qifeng.outbox.every}", concurrentExecution = ConcurrentExecution.SKIP)
    public void deliver() {
        var blocked = new HashSet<String>();
        for (var waiting : messages.waiting(BATCH)) {
            String lane = waiting.message().lane();
            if (blocked.contains(lane)) {
                continue;
            }
            if (waiting.due().isAfter(Instant.now()) || !delivered(waiting.message())) {
                blocked.add(lane);
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
