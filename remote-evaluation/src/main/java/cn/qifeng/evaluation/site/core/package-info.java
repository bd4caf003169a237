/** Organisations of trading-core, asked over HTTP. */
package cn.qifeng.evaluation.site.core;
