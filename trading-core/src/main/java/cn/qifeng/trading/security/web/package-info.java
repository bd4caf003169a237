/** Security events over HTTP: read by two administrators, written by the other services, deleted by nobody. */
package cn.qifeng.trading.security.web;
