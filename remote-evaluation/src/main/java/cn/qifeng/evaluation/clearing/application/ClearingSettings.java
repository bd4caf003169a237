package cn.qifeng.evaluation.clearing.application;

import cn.qifeng.evaluation.clearing.domain.Thresholds;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

/** Thresholds of clearings on this platform; each clearing keeps those it was done by (docs/clearing.md). */
@ConfigMapping(prefix = "qifeng.evaluation.clearing")
interface ClearingSettings {

    /** How far a unit price may lie from the median of all bids, in percent. */
    @WithDefault("30")
    BigDecimal deviationPercent();

    /** How far it may depart from the median at the bid's own level, in percent. */
    @WithDefault("15")
    BigDecimal unbalancedPercent();

    /** What an unbalanced line must weigh in the bid's items, in percent. */
    @WithDefault("0.5")
    BigDecimal weightPercent();

    /** How many bids must have priced an item. */
    @WithDefault("3")
    int bidsMin();

    /** Up to which difference, in yuan, a sum is a matter of rounding. */
    @WithDefault("0.01")
    BigDecimal roundingYuan();

    /** The same as one value. */
    default Thresholds thresholds() {
        return new Thresholds(deviationPercent(), unbalancedPercent(), weightPercent(), bidsMin(), roundingYuan());
    }
}
