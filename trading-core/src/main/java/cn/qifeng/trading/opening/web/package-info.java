/** The opening hall, presses, objections and the record over HTTP and WebSocket. */
package cn.qifeng.trading.opening.web;
