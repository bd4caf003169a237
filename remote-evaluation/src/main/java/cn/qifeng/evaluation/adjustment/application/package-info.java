/** Use cases of findings on adjustments. */
package cn.qifeng.evaluation.adjustment.application;
