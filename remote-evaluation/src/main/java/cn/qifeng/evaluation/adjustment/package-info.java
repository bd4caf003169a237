/** Adjustments of method M-E: what the panel finds for each bid, by a majority, on what the tender document declares. */
package cn.qifeng.evaluation.adjustment;
