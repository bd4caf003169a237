/** Sealed notes (docs/bid-envelope.md section 8). */
package cn.qifeng.trust.note;
