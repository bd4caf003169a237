/** The report, its signatures and what silence means. */
package cn.qifeng.evaluation.report.domain;
