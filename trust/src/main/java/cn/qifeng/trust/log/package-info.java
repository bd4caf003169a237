/** Entries, the Merkle tree of the log, heads and witnesses (docs/evidence.md sections 3 and 5). */
package cn.qifeng.trust.log;
