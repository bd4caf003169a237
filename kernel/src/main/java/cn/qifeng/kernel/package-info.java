/** What every part of Qifeng speaks of: ids, money, refusals, verdicts and calendar. Plain Java, no dependency. */
package cn.qifeng.kernel;
