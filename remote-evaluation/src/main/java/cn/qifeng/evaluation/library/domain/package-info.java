/** Requests to a library, its replies, and the checks on them. */
package cn.qifeng.evaluation.library.domain;
