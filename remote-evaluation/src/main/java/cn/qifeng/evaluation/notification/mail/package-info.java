/** E-mail by SMTP. */
package cn.qifeng.evaluation.notification.mail;
