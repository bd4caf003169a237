/** Kept messages in the database. */
package cn.qifeng.evaluation.notification.persistence;
