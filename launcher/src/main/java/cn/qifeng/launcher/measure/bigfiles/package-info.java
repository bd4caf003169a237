/** Bids larger than memory: sealed, handed in over a line that breaks, stored, opened and read again. */
package cn.qifeng.launcher.measure.bigfiles;
