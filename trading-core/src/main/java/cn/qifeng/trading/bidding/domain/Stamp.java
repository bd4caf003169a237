package cn.qifeng.trading.bidding.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * Legal time at which the last byte of a seal was read (最后字节到达时间).
 *
 * @param at legal time, milliseconds
 * @param boundMs how far it can be from the decision clock, either way
 */
public record Stamp(Instant at, long boundMs) {

    /** Up to this bound a stamp stands as it is. */
    public static final long BOUND_MS_MAX = 500;

    public Stamp {
        Objects.requireNonNull(at, "at");
        if (boundMs < 0) {
            throw new IllegalArgumentException("negative bound");
        }
    }

    /** What a stamp says about a deadline. */
    public enum Verdict {
        /** At or before the deadline (实施条例 §36: before it ends). */
        ON_TIME,
        /** The error bound straddles the deadline: decided later by procuring entity and supervisor alike. */
        HELD,
        /** After the deadline. */
        LATE
    }

    /** On time is at or before {@code deadline}; a bound above {@link #BOUND_MS_MAX} counts on both sides. */
    public Verdict against(Instant deadline) {
        if (boundMs <= BOUND_MS_MAX) {
            return at.isAfter(deadline) ? Verdict.LATE : Verdict.ON_TIME;
        }
        var bound = Duration.ofMillis(boundMs);
        if (!at.plus(bound).isAfter(deadline)) {
            return Verdict.ON_TIME;
        }
        return at.minus(bound).isAfter(deadline) ? Verdict.LATE : Verdict.HELD;
    }
}
