/** Measurements ({@code bench}) and fault tests ({@code drill}): figures, bars, and a verdict by exit code. */
package cn.qifeng.launcher.measure;
