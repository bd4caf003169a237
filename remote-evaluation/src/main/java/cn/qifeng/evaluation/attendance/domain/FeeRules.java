package cn.qifeng.evaluation.attendance.domain;

import java.time.Duration;
import java.util.Optional;

/**
 * Standard of fees of experts (劳务费标准), as the place where the evaluation is held publishes it.
 *
 * @param fenPerUnit fee of a unit in fen; empty where none is set, because there is no national one
 */
public record FeeRules(FeeUnit unit, Optional<Long> fenPerUnit) {

    public FeeRules {
        fenPerUnit.filter(it -> it < 0).ifPresent(it -> {
            throw new IllegalArgumentException("a fee of " + it);
        });
    }

    /** The fee of an attendance in fen; nothing for who represents the procuring entity, while it lasts, or without a standard. */
    public Optional<Long> fee(Attendance attendance) {
        return attendance.expert()
                ? attendance.lasted().flatMap(it -> fenPerUnit.map(fen -> units(it) * fen))
                : Optional.empty();
    }

    /** Units of a time. */
    public long units(Duration lasted) {
        return unit.units(lasted);
    }
}
