package cn.qifeng.evaluation.clarification.domain;

import cn.qifeng.kernel.Fen;

/**
 * A price that is low enough to ask about (低价预警): it offers an inquiry and never rejects (1117号 三(十三)).
 *
 * @param price the price that was read out
 * @param limit the price below which the rule speaks, to the fen
 */
public record LowPriceTrigger(String bidId, Rule rule, Fen price, Fen limit) {

    /** Which price is low, and against what. */
    public enum Rule {
        /** Below the warning line {@code L − (L − S − T) × W} (低于成本预警线). */
        WARNING_LINE,
        /** Below a share of the mean of all prices (低于全部报价均值的比例). */
        MEAN,
        /** Below a share of the next lowest price (低于次低报价的比例). */
        NEXT_LOWEST,
        /** Below a share of the price ceiling (低于最高限价的比例). */
        CEILING,
        /** Below a share of the mean of the others (低于其他报价均值的比例). */
        OTHERS
    }
}
