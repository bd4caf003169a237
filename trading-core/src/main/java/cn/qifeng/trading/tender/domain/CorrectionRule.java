package cn.qifeng.trading.tender.domain;

/**
 * Which price counts after an arithmetic correction that its bidder confirmed (修正价取用规则): the tender document
 * declares it. A contract is made at the corrected price in any case.
 *
 * @param ceiling which one is held against the price ceiling
 * @param score which one enters the score
 */
public record CorrectionRule(Price ceiling, Price score) {

    /** One of two prices. */
    public enum Price {
        /** As it was read out at the opening (唱标价). */
        SUNG,
        /** As it was corrected and confirmed (修正价). */
        CORRECTED
    }
}
