/** The evaluation report as an official PDF. */
package cn.qifeng.evaluation.report.document;
