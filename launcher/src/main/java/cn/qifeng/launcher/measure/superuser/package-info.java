/** One who holds database and object store: every attack is to be noticed and named, and nothing of a bid can be read. */
package cn.qifeng.launcher.measure.superuser;
