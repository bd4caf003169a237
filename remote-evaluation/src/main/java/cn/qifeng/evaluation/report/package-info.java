/** Evaluation report (评标报告): rendering, signatures, result. */
package cn.qifeng.evaluation.report;
