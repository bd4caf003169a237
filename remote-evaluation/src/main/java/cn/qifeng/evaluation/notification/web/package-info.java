/** Own messages over HTTP. */
package cn.qifeng.evaluation.notification.web;
