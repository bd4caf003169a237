package cn.qifeng.evaluation.clearing.domain;

import java.util.Optional;

/**
 * Which findings are wanted (筛选条件).
 *
 * @param words part of a code, a name, or of what is seen or expected; empty for all
 */
public record FindingFilter(Optional<FindingKind> kind, Optional<Severity> severity, String words) {

    /** All of them. */
    public static FindingFilter none() {
        return new FindingFilter(Optional.empty(), Optional.empty(), "");
    }
}
