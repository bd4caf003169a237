/** QS1 signatures and the statements that persons sign (docs/evidence.md section 2). */
package cn.qifeng.trust.sign;
