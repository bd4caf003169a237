/** Notices (公告公示): what the public may read, as plain pages and as data. */
package cn.qifeng.trading.notice;
