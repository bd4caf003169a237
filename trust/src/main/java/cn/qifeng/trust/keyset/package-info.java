/** Key sets of trustees (docs/evidence.md section 4). */
package cn.qifeng.trust.keyset;
