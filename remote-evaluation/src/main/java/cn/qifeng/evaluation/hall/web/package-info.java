/** The hall over HTTP and WebSocket. */
package cn.qifeng.evaluation.hall.web;
