/** Keys of the platform itself (平台密钥): log, receipt, document seal, time stamp, and the sandbox's authority. */
package cn.qifeng.trading.keys;
