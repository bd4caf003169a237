/** Contents, leaves, heads, and the ports to tables and witnesses. */
package cn.qifeng.trading.log.domain;
