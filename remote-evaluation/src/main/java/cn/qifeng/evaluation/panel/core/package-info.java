/** Key sets, draws, documents and opened files of trading-core over HTTP. */
package cn.qifeng.evaluation.panel.core;
