/** Attendances, and the rule of fees. */
package cn.qifeng.evaluation.attendance.domain;
