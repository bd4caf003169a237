/** Witnesses reached over HTTP. */
package cn.qifeng.trading.log.witness;
