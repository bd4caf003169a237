/** Information for a panel over HTTP. */
package cn.qifeng.evaluation.information.web;
