/** Messages to persons by several channels (通知): in-app, e-mail, SMS. */
package cn.qifeng.evaluation.notification;
