package cn.qifeng.evaluation.site.domain;

/** Kind of a site (主副场): whose seats they are. */
public enum SiteKind {
    /** The centre that runs the evaluation (主场). */
    MAIN,
    /** A centre elsewhere that lends seats (副场). */
    SUB
}
