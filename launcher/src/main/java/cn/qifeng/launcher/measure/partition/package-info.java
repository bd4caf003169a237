/** The drill that cuts sites of an evaluation off their platform. */
package cn.qifeng.launcher.measure.partition;
