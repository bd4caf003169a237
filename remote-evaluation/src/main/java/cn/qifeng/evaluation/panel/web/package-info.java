/** Sessions over HTTP. */
package cn.qifeng.evaluation.panel.web;
