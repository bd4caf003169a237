/** The report over HTTP. */
package cn.qifeng.evaluation.report.web;
