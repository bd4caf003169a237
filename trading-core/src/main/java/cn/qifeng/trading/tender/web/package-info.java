/** The agency's work on a tender over HTTP. */
package cn.qifeng.trading.tender.web;
