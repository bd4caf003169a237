/** Evaluation times in the database. */
package cn.qifeng.evaluation.worktime.persistence;
