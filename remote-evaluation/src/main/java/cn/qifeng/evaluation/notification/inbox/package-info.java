/** Messages kept on the platform (站内消息). */
package cn.qifeng.evaluation.notification.inbox;
