/** The port to the evidence log and its outbox. */
package cn.qifeng.kit.evidence;
