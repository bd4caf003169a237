/** Handovers over HTTP. */
package cn.qifeng.evaluation.handover.web;
