/** Blind technical files (暗标): checked and redrawn after the opening; their marks are listed for the panel to judge. */
package cn.qifeng.evaluation.blind;
