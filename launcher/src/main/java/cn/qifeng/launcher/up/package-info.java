/** Starts and stops a whole platform on one machine. */
package cn.qifeng.launcher.up;
