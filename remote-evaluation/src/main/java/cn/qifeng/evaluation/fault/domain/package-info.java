/** Faults and the rule of two and four hours. */
package cn.qifeng.evaluation.fault.domain;
