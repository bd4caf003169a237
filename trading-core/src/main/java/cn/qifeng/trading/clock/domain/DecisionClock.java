package cn.qifeng.trading.clock.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Port to the one clock that decides (裁决时钟), and to how far the sandbox moved it. */
public interface DecisionClock {

    /** Reads it now, never cached. */
    ClockReading read();

    /** Legal time of a moment of this node, given by {@link System#nanoTime()}, before a reading that was made after it. */
    default Instant at(ClockReading reading, long nanos) {
        return reading.legal().minusMillis(TimeUnit.NANOSECONDS.toMillis(reading.atNanos() - nanos));
    }

    /** Moves the legal clock further forward by this much, in the caller's transaction; serialises movers. */
    void advance(Duration further);
}
