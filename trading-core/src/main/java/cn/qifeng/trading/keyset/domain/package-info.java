/** Ceremony of a key set, its members and canaries. */
package cn.qifeng.trading.keyset.domain;
