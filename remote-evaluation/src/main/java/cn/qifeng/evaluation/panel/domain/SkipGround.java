package cn.qifeng.evaluation.panel.domain;

/** Why somebody who was drawn is not called when its turn comes (跳过事由). */
public enum SkipGround {
    /** As many of the same employer sit already as may (同单位人数已满). */
    SAME_EMPLOYER,
    /** The expert took part in as many evaluations of late as an expert may (近期参评过于频繁). */
    TOO_FREQUENT
}
