package cn.qifeng.evaluation.panel.domain;

/** Why somebody who was drawn is not called when its turn comes (跳过事由). */
public enum SkipGround {
    /** As many of the same employer sit already as may (同单位人数已满). */
    SAME_EMPLOYER,
    /** The expert took part in as many evaluations of late as an expert may (近期参评过于频繁). */
    TOO_FREQUENT,
    /** The expert evaluated a bidder of this lot as often of late as an expert may (近期多次评审同一投标人). */
    SAME_BIDDER,
    /** The expert evaluated for this procuring entity as often of late as an expert may (近期多次为同一招标人评标). */
    SAME_HOST
}
