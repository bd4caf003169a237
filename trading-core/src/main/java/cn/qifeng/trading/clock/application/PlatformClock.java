package cn.qifeng.trading.clock.application;

import cn.qifeng.kit.clock.LegalClock;
import cn.qifeng.trading.clock.domain.ClockReading;
import cn.qifeng.trading.clock.domain.DecisionClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The legal clock of the platform (法定时钟): every node asks the database, so all nodes have the same one. */
@ApplicationScoped
public class PlatformClock implements LegalClock {

    private final DecisionClock clock;
    private final boolean sandbox;

    PlatformClock(DecisionClock clock, @ConfigProperty(name = "qifeng.mode", defaultValue = "PRODUCTION") String mode) {
        this.clock = clock;
        this.sandbox = "SANDBOX".equals(mode);
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
}
