package cn.qifeng.trading.opening.application;

import cn.qifeng.kernel.LotId;

/** The opening of a lot has a new state; observers hear it after the commit. */
public record OpeningChanged(LotId lot) {}
