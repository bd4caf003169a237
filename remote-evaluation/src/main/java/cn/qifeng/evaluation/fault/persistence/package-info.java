/** Faults in the database. */
package cn.qifeng.evaluation.fault.persistence;
