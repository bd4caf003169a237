/** Security events in a table. */
package cn.qifeng.trading.security.persistence;
