package cn.qifeng.trading.tender.domain;

/**
 * One adjustment of method M-E (量化因素及量化标准): what a panel may add to a bid price, or take off, to compare bids; nothing
 * else may be used (12号令 §32; 实施条例 §49). Numbers of another kind are {@code null}.
 *
 * @param code unique in the document, {@code L1}
 * @param name what is adjusted
 * @param basis what counts as one, and where it comes from
 * @param amountFen {@code DEVIATION}: for each deviation, of either sign
 * @param percent {@code SHARE}: share of the bid price for each deviation, a decimal of either sign
 * @param baseDays {@code DURATION}: calendar days that count nothing
 * @param laterFen {@code DURATION}: added for each day above them
 * @param earlierFen {@code DURATION}: taken off for each day below them
 */
public record AdjustmentRule(
        String code,
        String name,
        String basis,
        Kind kind,
        Long amountFen,
        String percent,
        Integer baseDays,
        Long laterFen,
        Long earlierFen) {

    /** How its amount comes about. */
    public enum Kind {
        /** An item left out, at the highest quote of the others (漏项，按其他投标人最高报价). */
        OMISSION,
        /** The duration that was offered (工期，按日). */
        DURATION,
        /** An amount for each deviation (偏差，按次定额). */
        DEVIATION,
        /** A share of the bid price for each deviation (偏差，按报价百分比). */
        SHARE
    }
}
