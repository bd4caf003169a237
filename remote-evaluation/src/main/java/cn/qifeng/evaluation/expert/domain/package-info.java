/** Experts, their ties, and grounds of recusal. */
package cn.qifeng.evaluation.expert.domain;
