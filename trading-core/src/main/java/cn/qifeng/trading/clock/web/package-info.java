/** The clock over HTTP. */
package cn.qifeng.trading.clock.web;
