/** Recording entries, publishing heads, proving. */
package cn.qifeng.trading.log.application;
