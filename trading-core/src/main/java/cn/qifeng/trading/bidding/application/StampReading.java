package cn.qifeng.trading.bidding.application;

import cn.qifeng.trading.bidding.domain.Stamp;
import cn.qifeng.trading.clock.application.PlatformClock;
import cn.qifeng.trading.clock.domain.ClockReading;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Stamps a request by the moment at which its last byte was read (盖时间戳). */
@ApplicationScoped
public class StampReading {

    private static final int READINGS_MAX = 4;
    private static final long GOOD_BOUND_MS = 20;

    private final PlatformClock clock;

    StampReading(PlatformClock clock) {
        this.clock = clock;
    }

    /**
     * The legal time of a moment just past: a reading of the decision clock, and back from it by the monotonic clock of
     * this node. A reading that took long, because this node was stopped or the database busy, is made again.
     *
     * @param lastByteNanos {@link System#nanoTime()} when the last byte was read
     */
    public Stamp of(long lastByteNanos) {
        return of(List.of(lastByteNanos)).get(0);
    }

    /** The same for several moments, in their order, by one reading: it is made after the last of them. */
    public List<Stamp> of(List<Long> lastBytesNanos) {
        var reading = clock.read();
        for (int i = 1; i < READINGS_MAX && reading.boundMs() > GOOD_BOUND_MS; i++) {
            reading = better(reading, clock.read());
        }
        var best = reading;
        return lastBytesNanos.stream()
                .map(nanos -> new Stamp(clock.at(best, nanos), best.boundMs()))
                .toList();
    }

    private static ClockReading better(ClockReading one, ClockReading other) {
        return other.boundMs() < one.boundMs() ? other : one;
    }
}
