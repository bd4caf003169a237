/** Faults over HTTP. */
package cn.qifeng.evaluation.fault.web;
