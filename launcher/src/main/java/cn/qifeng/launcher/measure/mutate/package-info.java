/** The auditor's own fault test: packages of a real demo run, changed thousands of times. */
package cn.qifeng.launcher.measure.mutate;
