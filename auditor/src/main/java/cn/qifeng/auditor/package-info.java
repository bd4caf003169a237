/** Checks an evidence package offline (docs/evidence.md). Shares no code with the services that made it. */
package cn.qifeng.auditor;
