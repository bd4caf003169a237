/** Tables of the log. */
package cn.qifeng.trading.log.persistence;
