/** Reads what trading-core has published about security. */
package cn.qifeng.bond.bond.notice;
