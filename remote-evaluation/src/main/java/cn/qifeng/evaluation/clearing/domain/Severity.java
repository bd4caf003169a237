package cn.qifeng.evaluation.clearing.domain;

/** How much a finding asks of the panel (重要程度); it never decides anything by itself. */
public enum Severity {
    /** The bid departs from the tender's bill, or its price does not follow from it: look at it first. */
    SEVERE,
    /** Out of the ordinary: look at it, ask for an explanation where it matters. */
    NOTABLE,
    /** A difference of rounding. */
    MINOR
}
