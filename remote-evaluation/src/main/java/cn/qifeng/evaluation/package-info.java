/** Evaluation of bids (评标): experts, panel, scoring and report. */
package cn.qifeng.evaluation;
