package cn.qifeng.evaluation.expert.domain;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/**
 * What a draw has to respect (利害关系).
 *
 * @param units names of all bidders, of the agency and of the procuring entity
 * @param specialties codes asked for, a group stands for all below it; empty: any
 * @param regions beginnings of region codes asked for; empty: any
 * @param on day of the draw
 */
public record Interests(Set<String> units, Set<String> specialties, Set<String> regions, LocalDate on) {
    public Interests {
        units = Set.copyOf(units);
        specialties = Set.copyOf(specialties);
        regions = Set.copyOf(regions);
        Objects.requireNonNull(on, "on");
    }

    /** In any region. */
    public Interests(Set<String> units, Set<String> specialties, LocalDate on) {
        this(units, specialties, Set.of(), on);
    }
}
