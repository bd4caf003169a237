package cn.qifeng.trading.bidding.application;

import cn.qifeng.trading.bidding.domain.Stamp;
import cn.qifeng.trading.clock.application.PlatformClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Stamps a request by the moment at which its last byte was read (盖时间戳). */
@ApplicationScoped
public class StampReading {

    private final PlatformClock clock;

    StampReading(PlatformClock clock) {
        this.clock = clock;
    }

    /**
     * The legal time of a moment just past.
     *
     * @param lastByteNanos {@link System#nanoTime()} when the last byte was read
     */
    public Stamp of(long lastByteNanos) {
        long waitedMs = Duration.ofNanos(System.nanoTime() - lastByteNanos).toMillis();
        var reading = clock.read();
        return new Stamp(reading.legal().minusMillis(waitedMs), reading.boundMs());
    }
}
