/** Sealed score sheets, rejections, the price method and totals. */
package cn.qifeng.evaluation.scoring;
