package cn.qifeng.kernel.score;

import cn.qifeng.kernel.Fen;
import java.util.List;
import java.util.Optional;

/** How the base price D (评标基准价) comes out of the prices that count: methods M-A to M-D. */
public sealed interface BasePriceRule permits MeanTimes, MeanWithCeiling, AbcBlend {

    /**
     * D, rounded HALF_UP to the fen.
     *
     * @param bids all valid bids
     * @param counted those that take part in the mean
     * @throws IllegalArgumentException when the rule finds no price that it needs
     */
    Fen base(List<PriceBid> bids, CountedPrices counted);

    /** The parts of which method M-D makes it; none in the others. */
    default Optional<AbcParts> parts(List<PriceBid> bids, CountedPrices counted) {
        return Optional.empty();
    }
}
