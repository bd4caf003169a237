package cn.qifeng.evaluation.panel.domain;

/** What the members write in a round (本轮评审内容). */
public enum SheetKind {
    /** Judgements on the items of the preliminary review (初步评审意见). */
    SCREENING,
    /** Points for the items of the technical evaluation (技术评分). */
    TECHNICAL
}
