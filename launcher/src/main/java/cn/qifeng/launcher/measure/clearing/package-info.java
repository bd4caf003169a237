/** How fast priced bills are cleared, and in how much memory ({@code bench clearing}). */
package cn.qifeng.launcher.measure.clearing;
