/** Attendances over HTTP. */
package cn.qifeng.evaluation.attendance.web;
