/** Keeping and giving out documents. */
package cn.qifeng.trading.archive.application;
