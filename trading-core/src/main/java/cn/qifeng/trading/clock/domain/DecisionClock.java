package cn.qifeng.trading.clock.domain;

import java.time.Duration;

/** Port to the one clock that decides (裁决时钟), and to how far the sandbox moved it. */
public interface DecisionClock {

    /** Reads it now, never cached. */
    ClockReading read();

    /** Moves the legal clock further forward by this much, in the caller's transaction; serialises movers. */
    void advance(Duration further);
}
