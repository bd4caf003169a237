/** Random envelopes sealed in one language and opened in the other. */
package cn.qifeng.launcher.measure.envelopes;
