/** Re-reviews in the database. */
package cn.qifeng.evaluation.rework.persistence;
