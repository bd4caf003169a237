/** Attendance of members at an evaluation and what they are paid (签到与劳务费). */
package cn.qifeng.evaluation.attendance;
