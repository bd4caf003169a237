/** Clarifications in the database. */
package cn.qifeng.evaluation.clarification.persistence;
