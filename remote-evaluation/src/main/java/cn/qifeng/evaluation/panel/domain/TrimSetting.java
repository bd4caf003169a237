package cn.qifeng.evaluation.panel.domain;

/** Trimming rule of the published method (去高去低规则). */
public record TrimSetting(int bidsMin, int dropHigh, int dropLow) {}
