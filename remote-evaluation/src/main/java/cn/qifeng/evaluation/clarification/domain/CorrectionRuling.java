package cn.qifeng.evaluation.clarification.domain;

/** By which rule an amount is corrected (算术修正规则, 12号令 §19). */
public enum CorrectionRuling {
    /** Words beat figures (以大写金额为准). */
    WORDS,
    /** Unit price times quantity beats the total (以单价金额为准). */
    UNIT_PRICE,
    /** The decimal point of the unit price obviously slipped: the total stands (单价小数点明显错误，以总价为准). */
    DECIMAL_SLIP
}
