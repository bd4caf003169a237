/** The evidence log (存证日志): chains of tenders, the tree, heads, witnesses and proofs. */
package cn.qifeng.trading.log;
