package cn.qifeng.trading.clock.persistence;

import cn.qifeng.kit.sql.Sql;
import cn.qifeng.trading.clock.domain.ClockReading;
import io.quarkus.test.junit.QuarkusMock;
import jakarta.enterprise.inject.Vetoed;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;

/** A decision clock whose legal time a test stops at a moment, with a bound of its own; machine time goes on. */
@Vetoed
public final class StoppedClock extends DatabaseClock {

    private volatile Instant legal;
    private volatile long boundMs;

    private StoppedClock(Sql sql, Instant legal) {
        super(sql, "postgresql");
        this.legal = legal;
    }

    /** Takes the place of the real clock until the test ends. */
    public static StoppedClock at(Instant legal) {
        var clock = new StoppedClock(CDI.current().select(Sql.class).get(), legal);
        QuarkusMock.installMockForType(clock, DatabaseClock.class);
        return clock;
    }

    /** From now on it reads this. */
    public void to(Instant moment, long offBy) {
        legal = moment;
        boundMs = offBy;
    }

    @Override
    public ClockReading read() {
        var real = super.read();
        return new ClockReading(legal, real.machine(), boundMs, real.atNanos());
    }

    @Override
    public Instant at(ClockReading reading, long nanos) {
        return reading.legal();
    }
}
