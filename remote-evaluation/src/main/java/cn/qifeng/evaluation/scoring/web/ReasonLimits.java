package cn.qifeng.evaluation.scoring.web;

import cn.qifeng.evaluation.scoring.domain.ReasonRule;

/** Parts of the full points below and above which points are extreme. */
record ReasonLimits(String low, String high) {

    static ReasonLimits of(ReasonRule rule) {
        return new ReasonLimits(rule.low().toPlainString(), rule.high().toPlainString());
    }
}
