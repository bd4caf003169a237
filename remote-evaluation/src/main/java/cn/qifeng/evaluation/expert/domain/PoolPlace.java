package cn.qifeng.evaluation.expert.domain;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Where an expert stands in the pool (在库状态). A suspension with an end releases itself.
 *
 * @param from first day of a suspension; empty otherwise
 * @param until last day of a suspension; empty when it has no end yet
 */
public record PoolPlace(ExpertState state, Optional<LocalDate> from, Optional<LocalDate> until) {

    /** Active, and nothing else. */
    public static final PoolPlace ACTIVE = new PoolPlace(ExpertState.ACTIVE, Optional.empty(), Optional.empty());

    /** Left for good. */
    public static final PoolPlace REMOVED = new PoolPlace(ExpertState.REMOVED, Optional.empty(), Optional.empty());

    public PoolPlace {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
    }

    /** Suspended from the first to the last of these days; {@code until} may be {@code null}. */
    public static PoolPlace suspended(LocalDate from, LocalDate until) {
        if (until != null && until.isBefore(from)) {
            throw ExpertRefusal.PERIOD.at("until", until, "from " + from + " on");
        }
        return new PoolPlace(ExpertState.SUSPENDED, Optional.of(from), Optional.ofNullable(until));
    }

    /** What it is on this day: a suspension that has not begun, or is over, is none. */
    public ExpertState on(LocalDate day) {
        boolean lasts = from.map(first -> !day.isBefore(first)).orElse(true)
                && until.map(last -> !day.isAfter(last)).orElse(true);
        return state == ExpertState.SUSPENDED && !lasts ? ExpertState.ACTIVE : state;
    }
}
