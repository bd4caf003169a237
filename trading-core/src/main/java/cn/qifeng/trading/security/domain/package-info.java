/** Kinds of security events, and the port to where they are kept. */
package cn.qifeng.trading.security.domain;
