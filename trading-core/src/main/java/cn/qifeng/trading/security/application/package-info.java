/** Keeping and reading of security events. */
package cn.qifeng.trading.security.application;
