/** SMS through an HTTP gateway. */
package cn.qifeng.evaluation.notification.sms;
