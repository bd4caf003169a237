package cn.qifeng.evaluation.expert.domain;

import java.util.Objects;

/** Near relative that an expert declared (近亲属申报), with the unit where that person works. */
public record Relative(String relation, String unit) {
    public Relative {
        Objects.requireNonNull(relation, "relation");
        Objects.requireNonNull(unit, "unit");
    }
}
