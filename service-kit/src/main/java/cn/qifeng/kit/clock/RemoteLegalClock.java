package cn.qifeng.kit.clock;

import cn.qifeng.kit.mode.RunningMode;
import cn.qifeng.kit.service.ServiceClient;
import cn.qifeng.kit.service.Services;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;

/**
 * Legal clock of a service that is not trading-core: asks it, and goes on by the last known offset while it is down.
 * In the sandbox it asks every time, because the clock jumps there; in production once a second.
 */
@DefaultBean
@ApplicationScoped
public class RemoteLegalClock implements LegalClock {

    private static final Logger LOG = Logger.getLogger(RemoteLegalClock.class);
    private static final Duration REFRESH = Duration.ofSeconds(1);

    private final ServiceClient services;
    private final RunningMode mode;
    private volatile Reading last;

    RemoteLegalClock(ServiceClient services, RunningMode mode) {
        this.services = services;
        this.mode = mode;
    }

    @Override
    public Instant now() {
        Reading reading = last;
        if (mode.sandbox() || reading == null || reading.olderThan(REFRESH)) {
            reading = ask(reading);
        }
        return Instant.now().plus(reading.offset()).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public boolean sandbox() {
        return mode.sandbox();
    }

    private Reading ask(Reading former) {
        try {
            Instant before = Instant.now();
            var answer = services.get(Services.TRADING_CORE, "/internal/clock");
            Instant after = Instant.now();
            Instant middle = before.plus(Duration.between(before, after).dividedBy(2));
            Instant legal = Instant.parse(answer.required("legal").asText());
            last = new Reading(Duration.between(middle, legal), System.nanoTime());
            return last;
        } catch (RuntimeException e) {
            if (former == null) {
                throw new IllegalStateException("legal time is not known yet: trading-core does not answer", e);
            }
            LOG.warnf("legal clock goes on by its last offset: %s", e.getMessage());
            return former;
        }
    }

    private record Reading(Duration offset, long readAtNanos) {

        boolean olderThan(Duration age) {
            return System.nanoTime() - readAtNanos > age.toNanos();
        }
    }
}
