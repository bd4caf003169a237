/** Use cases from the start of a clearing to its findings. */
package cn.qifeng.evaluation.clearing.application;
