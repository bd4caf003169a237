/** Sends messages and reads the own ones. */
package cn.qifeng.evaluation.notification.application;
