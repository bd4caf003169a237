/** Experts of the sandbox library. */
package cn.qifeng.evaluation.province.domain;
