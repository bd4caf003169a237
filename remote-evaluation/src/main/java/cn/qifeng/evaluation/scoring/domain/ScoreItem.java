package cn.qifeng.evaluation.scoring.domain;

import java.math.BigDecimal;

/** One published item (评分项) as a sheet has to answer it. */
public record ScoreItem(String item, String name, BigDecimal max, boolean objective) {}
