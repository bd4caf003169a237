/** Evidence packages over HTTP. */
package cn.qifeng.trading.supervision.web;
