/** Findings on adjustments in the database. */
package cn.qifeng.evaluation.adjustment.persistence;
