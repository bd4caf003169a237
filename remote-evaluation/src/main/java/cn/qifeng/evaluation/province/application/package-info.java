/** Replies of the sandbox library. */
package cn.qifeng.evaluation.province.application;
