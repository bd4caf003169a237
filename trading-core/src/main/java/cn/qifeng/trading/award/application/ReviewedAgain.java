package cn.qifeng.trading.award.application;

import cn.qifeng.kernel.LotId;

/** The second report of a re-review came (复评报告已接收), in the transaction that takes it. */
public record ReviewedAgain(LotId lot) {}
