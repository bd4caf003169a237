/** Terminals and presences over HTTP. */
package cn.qifeng.evaluation.terminal.web;
