package cn.qifeng.evaluation.clarification.domain;

/** Kind of a clarification (澄清类别): what in a bid the panel may ask about. */
public enum ClarificationKind {
    /** Content whose meaning is unclear, or that says two things of one matter (含义不明确或表述不一致). */
    AMBIGUITY,
    /** An obvious error of text (明显文字错误). */
    OBVIOUS_ERROR,
    /** An error of calculation; the correction is put to the bidder (算术修正). */
    ARITHMETIC,
    /** A price that may lie below the bidder's own cost (低价质询, 12号令 §21). */
    LOW_PRICE
}
