/** The order of a re-review and its limits. */
package cn.qifeng.evaluation.rework.domain;
