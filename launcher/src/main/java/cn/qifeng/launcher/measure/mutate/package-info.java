/** The auditors' own fault test: packages of real tenders, changed thousands of times. */
package cn.qifeng.launcher.measure.mutate;
