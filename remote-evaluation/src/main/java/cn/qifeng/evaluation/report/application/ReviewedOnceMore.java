package cn.qifeng.evaluation.report.application;

import cn.qifeng.evaluation.rework.domain.Rework;
import cn.qifeng.evaluation.scoring.domain.ReviewComparison;

/** A re-review and what it changed (复评前后对照), as its report tells it. */
public record ReviewedOnceMore(Rework order, ReviewComparison comparison) {}
