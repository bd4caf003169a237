/** Fictional sites of the sandbox. */
package cn.qifeng.evaluation.site.sandbox;
