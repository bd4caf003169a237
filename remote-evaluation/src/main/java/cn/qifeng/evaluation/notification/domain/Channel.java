package cn.qifeng.evaluation.notification.domain;

/** By which way a message goes (通知渠道). */
public enum Channel {
    /** A message on the platform (站内消息). */
    IN_APP,
    /** E-mail by SMTP (电子邮件). */
    EMAIL,
    /** SMS through a gateway (短信). */
    SMS
}
