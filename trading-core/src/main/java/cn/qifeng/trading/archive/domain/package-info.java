/** A kept document and the port to the store. */
package cn.qifeng.trading.archive.domain;
