package cn.qifeng.evaluation.clarification.domain;

/** What the panel finds on an answer (澄清认定). */
public enum Finding {
    /** It explains the matter, and the substance of the bid is unchanged (采纳，未改变实质性内容). */
    ACCEPTED,
    /** It does not explain the matter (不采纳). */
    NOT_ACCEPTED,
    /** It goes beyond the bid or changes its substance, and is not considered (改变实质性内容，不予考虑). */
    SUBSTANCE_CHANGED
}
