/** Faults of a remote evaluation (远程评标故障): what stops, what the rule asks for, and who decided it. */
package cn.qifeng.evaluation.fault;
