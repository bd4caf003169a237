/** What trading-core tells of staff. */
package cn.qifeng.evaluation.terminal.core;
