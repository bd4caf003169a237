/** Key sets (保管人密钥组): who holds the keys of a lot or a session. */
package cn.qifeng.trading.keyset;
