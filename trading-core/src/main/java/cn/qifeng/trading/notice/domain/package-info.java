/** Notices after publication (公示与公告), as the tender's chain tells them. */
package cn.qifeng.trading.notice.domain;
