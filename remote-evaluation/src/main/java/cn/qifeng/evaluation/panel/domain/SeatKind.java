package cn.qifeng.evaluation.panel.domain;

/** Where a member comes from (成员来源). */
public enum SeatKind {
    /** Drawn from the pool (抽取专家). */
    EXPERT,
    /** Sent by the procuring entity (招标人代表). */
    TENDERER
}
