/** Reads the public notices of trading-core. */
package cn.qifeng.bond.bond.notice;
