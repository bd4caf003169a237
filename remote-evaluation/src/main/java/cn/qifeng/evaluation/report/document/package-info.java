/** The evaluation report as an official PDF and as an editor's copy. */
package cn.qifeng.evaluation.report.document;
