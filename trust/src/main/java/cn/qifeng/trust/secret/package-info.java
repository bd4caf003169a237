/** Passwords, and the vault for lot keys. */
package cn.qifeng.trust.secret;
