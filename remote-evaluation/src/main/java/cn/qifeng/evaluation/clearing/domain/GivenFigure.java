package cn.qifeng.evaluation.clearing.domain;

import java.math.BigDecimal;

/** A figure that the tender's bill gives and no bidder may change, such as a provisional sum or a fixed rate. */
record GivenFigure(Place place, int column, String name, BigDecimal value) {}
