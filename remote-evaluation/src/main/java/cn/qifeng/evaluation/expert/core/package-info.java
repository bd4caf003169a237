/** People of trading-core, asked over HTTP. */
package cn.qifeng.evaluation.expert.core;
