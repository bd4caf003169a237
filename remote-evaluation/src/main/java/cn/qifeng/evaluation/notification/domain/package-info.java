/** What is told to whom, and by which channel. */
package cn.qifeng.evaluation.notification.domain;
