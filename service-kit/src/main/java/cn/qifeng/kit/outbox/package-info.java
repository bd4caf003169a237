/** The transactional outbox: events leave with the transaction that made them, at least once, in order. */
package cn.qifeng.kit.outbox;
