/** Fuzz targets for what comes from outside, each with the properties that it holds, and the command that runs them. */
package cn.qifeng.launcher.fuzz;
