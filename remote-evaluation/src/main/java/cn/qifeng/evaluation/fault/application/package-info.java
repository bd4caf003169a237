/** Who reports, clears and decides a fault. */
package cn.qifeng.evaluation.fault.application;
