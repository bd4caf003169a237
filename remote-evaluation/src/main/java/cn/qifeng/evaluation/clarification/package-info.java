/** Clarifications of opened bids: questions of the panel, their gate, answers and findings, and arithmetic corrections. */
package cn.qifeng.evaluation.clarification;
