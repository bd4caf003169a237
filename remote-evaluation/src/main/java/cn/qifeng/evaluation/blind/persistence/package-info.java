/** Blind files in the database. */
package cn.qifeng.evaluation.blind.persistence;
