package cn.qifeng.evaluation.scoring.domain;

import cn.qifeng.kernel.Fen;

/** Price ceiling (最高投标限价): a price above it is rejected as RJ5, an equal one is valid (实施条例 §51(5)). */
public record CeilingRule(Fen ceiling) {

    /** Whether the price is above the ceiling (R21). */
    public boolean exceededBy(Fen price) {
        return price.compareTo(ceiling) > 0;
    }
}
