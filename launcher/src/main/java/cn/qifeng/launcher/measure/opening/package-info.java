/** How fast an opening is ({@code bench opening}). */
package cn.qifeng.launcher.measure.opening;
