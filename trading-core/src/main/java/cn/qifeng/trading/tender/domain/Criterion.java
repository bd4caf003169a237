package cn.qifeng.trading.tender.domain;

/**
 * One criterion of the technical evaluation (评审因素). Only what the tender document names may be used (实施条例 §49).
 *
 * @param item short id, unique in the document, {@code T1}
 * @param name what is judged
 * @param max most points, a decimal as string
 * @param kind {@code SUBJECTIVE}, or {@code OBJECTIVE} when every member must give the same points
 */
public record Criterion(String item, String name, String max, Kind kind) {

    /** Whether members may differ. */
    public enum Kind {
        /** Judged by each member. */
        SUBJECTIVE,
        /** Read from facts; all members agree. */
        OBJECTIVE
    }
}
