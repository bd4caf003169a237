/** Notices as HTML without script, and as JSON. */
package cn.qifeng.trading.notice.web;
