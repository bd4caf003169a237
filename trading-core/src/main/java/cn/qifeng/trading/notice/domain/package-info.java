/** A notice and the port through which later capabilities add theirs. */
package cn.qifeng.trading.notice.domain;
