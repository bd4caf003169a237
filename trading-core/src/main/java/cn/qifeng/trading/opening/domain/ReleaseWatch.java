package cn.qifeng.trading.opening.domain;

import cn.qifeng.kernel.LotId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Port that keeps what happened in a release window (解密时限监测): the platform's signs of life, and what was refused. */
public interface ReleaseWatch {

    /**
     * A sign of life at {@code machine} time, the first of which begins the watch. When the one before is longer ago than
     * {@code gapMax}, the time between is kept as an outage.
     */
    void beat(LotId lot, Instant machine, Duration gapMax);

    /** Outages so far. */
    List<Outage> outages(LotId lot);

    /** Keeps a release that was not taken. */
    void attempt(LotId lot, ReleaseAttempt attempt);

    /** Releases that were not taken, by time. */
    List<ReleaseAttempt> attempts(LotId lot);
}
