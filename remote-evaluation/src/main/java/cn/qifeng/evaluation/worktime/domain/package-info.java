/** Ends of the evaluation time and requests for more of it. */
package cn.qifeng.evaluation.worktime.domain;
