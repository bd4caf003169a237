/** Who records attendances and who reads them. */
package cn.qifeng.evaluation.attendance.application;
