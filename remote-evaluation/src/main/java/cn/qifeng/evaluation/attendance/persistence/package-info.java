/** Attendances in the database. */
package cn.qifeng.evaluation.attendance.persistence;
