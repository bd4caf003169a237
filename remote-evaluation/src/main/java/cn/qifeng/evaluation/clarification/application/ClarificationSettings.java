package cn.qifeng.evaluation.clarification.application;

import cn.qifeng.evaluation.clarification.domain.AnswerTime;
import cn.qifeng.evaluation.clarification.domain.LowPriceRules;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

/** Bounds and thresholds of clarifications on this platform; no law sets them (docs/decisions/0281). */
@ConfigMapping(prefix = "qifeng.evaluation.clarification")
interface ClarificationSettings {

    /** Fewest minutes that a bidder is given. */
    @WithDefault("10")
    int minutesMin();

    /** Most minutes. */
    @WithDefault("1440")
    int minutesMax();

    /** Low price: share of the mean of all prices, in percent; 0 switches the rule off. */
    @WithDefault("50")
    BigDecimal meanPercent();

    /** Low price: share of the next lowest price. */
    @WithDefault("50")
    BigDecimal nextPercent();

    /** Low price: share of the price ceiling. */
    @WithDefault("45")
    BigDecimal ceilingPercent();

    /** Low price: share of the mean of the others. */
    @WithDefault("85")
    BigDecimal othersPercent();

    /** The bounds as one value. */
    default AnswerTime answerTime() {
        return new AnswerTime(minutesMin(), minutesMax());
    }

    /** The thresholds as one value. */
    default LowPriceRules lowPrice() {
        return new LowPriceRules(meanPercent(), nextPercent(), ceilingPercent(), othersPercent());
    }
}
