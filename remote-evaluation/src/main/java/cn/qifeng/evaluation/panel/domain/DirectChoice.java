package cn.qifeng.evaluation.panel.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Experts named by the procuring entity where the widest pool is empty (直接确定专家, 实施条例 §46); it stands behind
 * the supervisor's approval only.
 *
 * @param statement the signed request, canonical JSON
 * @param numbers numbers of the experts
 * @param by id of the person who asked
 */
public record DirectChoice(String statement, List<String> numbers, String reason, String by, Instant at) {

    public DirectChoice {
        Objects.requireNonNull(statement, "statement");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
        numbers = List.copyOf(numbers);
    }
}
