/** What forbids a new key set, and what a trustee declares. */
package cn.qifeng.trading.succession.domain;
