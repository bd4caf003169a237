/** Canonical JSON and moments, the bytes that are signed and hashed (docs/evidence.md section 1). */
package cn.qifeng.trust.json;
