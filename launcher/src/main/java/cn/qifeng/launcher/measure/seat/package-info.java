/** Members of a panel at their machines, as plain clients that drills lead: drafts, sheets, and what came of them. */
package cn.qifeng.launcher.measure.seat;
