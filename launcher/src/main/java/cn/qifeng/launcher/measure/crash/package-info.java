/** The crash drill: processes are killed at random points, and the history of acknowledged acts is held against what is shown. */
package cn.qifeng.launcher.measure.crash;
