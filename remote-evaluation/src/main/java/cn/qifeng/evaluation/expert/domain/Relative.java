package cn.qifeng.evaluation.expert.domain;

import java.util.Objects;

/**
 * Near relative that an expert declared (近亲属申报).
 *
 * @param relation how that person is related
 * @param name name of that person; empty when only the unit was declared
 * @param unit where that person works
 * @param position as what; empty when not declared
 */
public record Relative(String relation, String name, String unit, String position) {
    public Relative {
        Objects.requireNonNull(relation, "relation");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(position, "position");
    }
}
