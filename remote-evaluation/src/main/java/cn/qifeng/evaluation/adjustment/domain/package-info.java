/** Findings on the declared adjustments, and what they say of each bid. */
package cn.qifeng.evaluation.adjustment.domain;
