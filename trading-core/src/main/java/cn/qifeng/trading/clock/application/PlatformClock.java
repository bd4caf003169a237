package cn.qifeng.trading.clock.application;

import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trading.clock.domain.ClockReading;
import cn.qifeng.trading.clock.domain.DecisionClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The legal clock of the platform (法定时钟): every node asks the database, so all nodes have the same one. */
@ApplicationScoped
public class PlatformClock implements LegalClock {

    private static final int CHECK = 3;

    private final DecisionClock clock;
    private final boolean sandbox;

    PlatformClock(DecisionClock clock, @ConfigProperty(name = "qifeng.mode", defaultValue = "PRODUCTION") String mode) {
        this.clock = clock;
        this.sandbox = "SANDBOX".equals(mode);
    }

    /** Production refuses a database whose legal clock was moved: it was a sandbox's. */
    void check(@Observes @Priority(CHECK) StartupEvent start) {
        if (sandbox) {
            return;
        }
        var reading = QuarkusTransaction.requiringNew().call(clock::read);
        if (!reading.legal().equals(reading.machine())) {
            throw new IllegalStateException("production refuses this database: its legal clock was moved by "
                    + Duration.between(reading.machine(), reading.legal()) + " in a sandbox; give it a new one");
        }
    }

    @Override
    public Instant now() {
        return clock.read().legal();
    }

    @Override
    public boolean sandbox() {
        return sandbox;
    }

    /** Legal time, machine time and the bound of the error. */
    public ClockReading read() {
        return clock.read();
    }

    /** Legal time of a moment of this node, given by {@link System#nanoTime()}, before a reading that was made after it. */
    public Instant at(ClockReading reading, long nanos) {
        return clock.at(reading, nanos);
    }
}
