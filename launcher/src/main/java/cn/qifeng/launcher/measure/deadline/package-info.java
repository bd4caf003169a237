/** What the deadline costs and holds: the rate of seals, and seals aimed at the deadline at two instances. */
package cn.qifeng.launcher.measure.deadline;
