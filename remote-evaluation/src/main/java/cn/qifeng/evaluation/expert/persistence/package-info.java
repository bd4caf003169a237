/** Experts in the database. */
package cn.qifeng.evaluation.expert.persistence;
