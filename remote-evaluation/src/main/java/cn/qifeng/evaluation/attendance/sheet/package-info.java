/** Attendances as an office file. */
package cn.qifeng.evaluation.attendance.sheet;
