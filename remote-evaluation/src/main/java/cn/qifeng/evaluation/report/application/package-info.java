/** Use cases from the concluded review to the result. */
package cn.qifeng.evaluation.report.application;
