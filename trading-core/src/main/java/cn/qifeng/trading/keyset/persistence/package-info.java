/** Tables of key sets. */
package cn.qifeng.trading.keyset.persistence;
