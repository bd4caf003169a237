/** Files that sub-sites handed over, looked for in the lists of a package (docs/evidence.md section 9). */
package cn.qifeng.auditor.handover;
