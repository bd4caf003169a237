package cn.qifeng.evaluation.panel.domain;

import java.math.BigDecimal;

/**
 * One published item of the technical part (评分项).
 *
 * @param item short code, unique in the session
 * @param max full points, above zero
 * @param kind an objective item must get the same points from every member
 */
public record Criterion(String item, String name, BigDecimal max, Kind kind) {

    /** Whether the points follow from facts (客观分) or from judgement (主观分). */
    public enum Kind {
        /** Same facts, same points (客观分). */
        OBJECTIVE,
        /** A member's judgement (主观分). */
        SUBJECTIVE
    }
}
