/** The log over HTTP. */
package cn.qifeng.trading.log.web;
