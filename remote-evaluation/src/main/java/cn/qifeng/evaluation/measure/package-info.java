/** Measures the steps of an evaluation in a process of its own (性能测量), without the service around them. */
package cn.qifeng.evaluation.measure;
