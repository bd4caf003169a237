/** Gathering and writing an evidence package. */
package cn.qifeng.trading.supervision.application;
