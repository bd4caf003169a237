/** One machine: database, proxy, services, demo, benchmarks and drills. No business rule lives here. */
package cn.qifeng.launcher;
