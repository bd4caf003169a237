/** Draws over HTTP. */
package cn.qifeng.trading.draw.web;
