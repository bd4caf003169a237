/** Checking blind files, and showing what may be known of them. */
package cn.qifeng.evaluation.blind.application;
