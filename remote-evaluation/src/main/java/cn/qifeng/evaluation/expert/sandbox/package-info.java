/** Fictional experts of the sandbox. */
package cn.qifeng.evaluation.expert.sandbox;
