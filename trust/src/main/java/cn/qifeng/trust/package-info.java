/** Sealing, signing, stamping and the evidence log (docs/bid-envelope.md, docs/evidence.md): plain Java on BouncyCastle. */
package cn.qifeng.trust;
