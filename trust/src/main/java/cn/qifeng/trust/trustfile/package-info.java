/** The trust file, an auditor's anchors (docs/evidence.md section 7). */
package cn.qifeng.trust.trustfile;
