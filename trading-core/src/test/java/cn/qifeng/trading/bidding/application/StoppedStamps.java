package cn.qifeng.trading.bidding.application;

import cn.qifeng.trading.bidding.domain.Stamp;
import cn.qifeng.trading.clock.domain.DecisionClock;
import io.quarkus.test.junit.QuarkusMock;
import jakarta.enterprise.inject.Vetoed;

/** Stamps by a stopped clock: its legal time does not go on while a request waits, so nothing is taken off. */
@Vetoed
public final class StoppedStamps extends StampReading {

    private final DecisionClock clock;

    private StoppedStamps(DecisionClock clock) {
        super(null);
        this.clock = clock;
    }

    /** Takes the place of the real stamps until the test ends. */
    public static void by(DecisionClock clock) {
        QuarkusMock.installMockForType(new StoppedStamps(clock), StampReading.class);
    }

    @Override
    public Stamp of(long lastByteNanos) {
        var reading = clock.read();
        return new Stamp(reading.legal(), reading.boundMs());
    }
}
