package cn.qifeng.evaluation.attendance.domain;

import java.time.Duration;

/** By what time experts are paid (劳务费计费单位); a unit that was begun counts. */
public enum FeeUnit {
    /** By the hour (小时). */
    HOUR(Duration.ofHours(1)),
    /** By half days of four hours (半天). */
    HALF_DAY(Duration.ofHours(4));

    private final Duration length;

    FeeUnit(Duration length) {
        this.length = length;
    }

    /** Units of an attendance; one at least. */
    public long units(Duration lasted) {
        long whole = lasted.dividedBy(length);
        boolean begun = !lasted.minus(length.multipliedBy(whole)).isZero();
        return Math.max(1, begun ? whole + 1 : whole);
    }
}
