package cn.qifeng.evaluation.expert.domain;

import java.util.Objects;
import java.util.Optional;

/**
 * What is looked for in the pool (查询条件).
 *
 * @param text part of number, name or employer; empty: any
 * @param specialty code, or the beginning of one; empty: any
 * @param region six digits, or the beginning; empty: any
 */
public record ExpertFilter(String text, String specialty, String region, Optional<ExpertState> state) {
    public ExpertFilter {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(specialty, "specialty");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(state, "state");
    }
}
