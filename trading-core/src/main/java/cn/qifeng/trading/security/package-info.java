/** Security events (安全事件): who logged in, who was turned away, who changed rights; for the security and the audit administrator. */
package cn.qifeng.trading.security;
