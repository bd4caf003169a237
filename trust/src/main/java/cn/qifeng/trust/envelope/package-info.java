/** The bid envelope BES1 (docs/bid-envelope.md). */
package cn.qifeng.trust.envelope;
