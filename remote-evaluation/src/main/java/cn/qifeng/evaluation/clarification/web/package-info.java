/** Clarifications over HTTP. */
package cn.qifeng.evaluation.clarification.web;
