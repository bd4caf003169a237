package cn.qifeng.evaluation.clearing.application;

/**
 * Who asks.
 *
 * @param supervises whether the person asks as supervisor; else it must sit on the panel
 */
public record Reader(String person, boolean supervises) {}
