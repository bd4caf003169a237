/** Questions to bidders, and what became of them. */
package cn.qifeng.evaluation.clarification.domain;
