/** Clearings and findings in the database. */
package cn.qifeng.evaluation.clearing.persistence;
