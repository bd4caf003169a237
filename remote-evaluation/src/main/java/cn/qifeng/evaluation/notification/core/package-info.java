/** People as trading-core knows them. */
package cn.qifeng.evaluation.notification.core;
