/** Drives one whole tender through the public API only, as people's clients do. */
package cn.qifeng.launcher.demo;
