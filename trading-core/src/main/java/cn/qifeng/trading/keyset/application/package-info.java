/** Opening a set, offering keys, answering canaries. */
package cn.qifeng.trading.keyset.application;
