/** Evaluation times over HTTP. */
package cn.qifeng.evaluation.worktime.web;
