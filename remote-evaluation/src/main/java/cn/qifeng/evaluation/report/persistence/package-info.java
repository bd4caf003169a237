/** Reports in the database. */
package cn.qifeng.evaluation.report.persistence;
