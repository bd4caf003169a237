/** Findings on adjustments over HTTP. */
package cn.qifeng.evaluation.adjustment.web;
