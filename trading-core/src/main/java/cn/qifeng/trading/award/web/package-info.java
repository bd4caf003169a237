/** The award over HTTP. */
package cn.qifeng.trading.award.web;
