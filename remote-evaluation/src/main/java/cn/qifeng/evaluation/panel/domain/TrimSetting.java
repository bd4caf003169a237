package cn.qifeng.evaluation.panel.domain;

import cn.qifeng.kernel.score.Trim;
import cn.qifeng.kernel.score.TrimRule;
import cn.qifeng.kernel.score.TrimShare;
import java.math.BigDecimal;

/**
 * Trimming rule of the published method (去高去低规则), by number or by share.
 *
 * @param dropHighPercent share in per cent; {@code null} where numbers stand
 * @param dropLowPercent the same of the lowest prices; there exactly when the other is
 */
public record TrimSetting(
        int bidsMin, int dropHigh, int dropLow, BigDecimal dropHighPercent, BigDecimal dropLowPercent) {

    /** By number. */
    public TrimSetting(int bidsMin, int dropHigh, int dropLow) {
        this(bidsMin, dropHigh, dropLow, null, null);
    }

    /** The rule; throws {@link IllegalArgumentException} for one that would leave no price. */
    public Trim rule() {
        return dropHighPercent == null
                ? new TrimRule(bidsMin, dropHigh, dropLow)
                : new TrimShare(bidsMin, dropHighPercent, dropLowPercent);
    }
}
