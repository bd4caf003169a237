/** Handovers in the database. */
package cn.qifeng.evaluation.handover.persistence;
