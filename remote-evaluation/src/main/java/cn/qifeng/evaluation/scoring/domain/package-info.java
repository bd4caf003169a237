/** Sheets, labels, rejections, competition and totals. */
package cn.qifeng.evaluation.scoring.domain;
